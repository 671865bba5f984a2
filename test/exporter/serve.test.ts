import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseExposition } from '@gpuscope/aggregation';
import { temporaryFolder, type TemporaryFolder } from '../servers/temporaryFolder.js';
import { startDcgm, whileItHangs, type Dcgm } from './support/dcgm.js';
import { bundle, finish, serve, SOON_MS, type Serving } from './support/program.js';
import { fetchPage, scrape, until, type Page } from './support/scrape.js';

let folder: TemporaryFolder;
let program: string;
let dcgm: Dcgm;
let running: Serving;

beforeAll(async () => {
  folder = await temporaryFolder('exporter-serve');
  program = await bundle(folder.path);
  dcgm = await startDcgm();
  running = await serve(program, ['--dcgm', dcgm.url, '--node', 'gpu-1']);
  await until(running.url, 'the first cycle', (seen) => seen.value('gpu_info') === 1);
}, 60_000);
afterAll(async () => {
  await running.end('SIGKILL');
  await dcgm.die();
  await folder.remove();
});

describe('gpuscope-exporter serve --dcgm URL', () => {
  it('serves what DCGM says, in the catalogue’s names and units, and whose it is', async () => {
    const { value } = await scrape(running.url);
    const device = { node: 'gpu-1', gpu: '0', model: 'Synthetic X1' };
    expect(value('gpu_utilization_ratio', device)).toBe(0.5);
    expect(value('gpu_power_watts', device)).toBe(300);
    const holder = { ...device, tenant: 'team-a', namespace: 'team-a', pod: 'train-0' };
    expect(value('gpu_workload_allocated_ratio', holder)).toBe(1);
    expect(value('gpu_workload_utilization_ratio', holder)).toBe(0.5);
  });

  it('serves metrics about itself', async () => {
    const { value } = await scrape(running.url);
    expect(value('gpuscope_exporter_build_info', { role: 'node' })).toBe(1);
    expect(value('gpuscope_exporter_source_up', { source: 'dcgm' })).toBe(1);
    expect(value('gpuscope_exporter_holder_up', { holder: 'dcgmLabels' })).toBe(1);
    expect(value('gpuscope_exporter_snapshot_age_seconds')).toBeLessThan(60);
    expect(value('process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  it('speaks both formats, packed and not', async () => {
    const accept = 'application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.3';
    const fetchOpen = () =>
      fetchPage(`${running.url}/metrics`, { accept, 'accept-encoding': 'gzip' });
    const fetchPlain = () => fetchPage(`${running.url}/metrics`);
    let [open, plain] = [await fetchOpen(), await fetchPlain()];
    // A cycle may bring what there was not before.
    const cycles = ({ text }: Page) => /^gpuscope_exporter_cycles_total .*/m.exec(text)?.[0];
    while (cycles(open) !== cycles(plain)) [open, plain] = [await fetchOpen(), await fetchPlain()];
    expect(cycles(plain)).toBeDefined();
    expect(open.headers['content-type']).toContain('application/openmetrics-text; version=1.0.0');
    expect(open.headers['content-encoding']).toBe('gzip');
    expect(parseExposition(open.text, { format: 'openmetrics' }).problems).toEqual([]);
    expect(plain.headers['content-type']).toContain('text/plain; version=0.0.4');
    expect(plain.headers['content-encoding']).toBeUndefined();
    // Node's own come and go with what it does at the moment.
    const names = (text: string) =>
      new Set(
        parseExposition(text)
          .samples.map(({ name }) => name)
          .filter((name) => !name.startsWith('nodejs_')),
      );
    expect(names(open.text)).toEqual(names(plain.text));
  });

  it('answers forty scrapes at once with one page, without asking DCGM', async () => {
    const before = dcgm.asked();
    const began = performance.now();
    const pages = await Promise.all(
      Array.from({ length: 40 }, () => fetchPage(`${running.url}/metrics`)),
    );
    expect(pages.every(({ status }) => status === 200)).toBe(true);
    // A page serves for a second, and cycles go on.
    const seconds = Math.ceil((performance.now() - began) / 1000);
    expect(new Set(pages.map(({ text }) => text)).size).toBeLessThanOrEqual(2 + seconds);
    expect(dcgm.asked() - before).toBeLessThanOrEqual(1 + seconds);
  });

  it('is healthy and ready, and says how fresh it is', async () => {
    expect(await fetchPage(`${running.url}/-/healthy`)).toMatchObject({ status: 200 });
    const { status, text } = await fetchPage(`${running.url}/-/ready`);
    expect(status).toBe(200);
    expect(text).toMatch(/^ready; the series are \d+\.\d s old\nsource dcgm: answers\n/);
  });

  it('serves what check-metrics finds no fault with', async () => {
    const { text } = await fetchPage(`${running.url}/metrics`);
    expect(await finish(program, ['check-metrics', '-'], text)).toEqual({
      status: 0,
      out: '',
      err: '',
    });
  });
});

describe('gpuscope-exporter serve: its end', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('ends on %s at once, status 0', async (signal) => {
    const own = await serve(program, ['--dcgm', dcgm.url, '--node', 'gpu-1']);
    const { status, ms } = await own.end(signal);
    expect(status).toBe(0);
    expect(ms).toBeLessThan(SOON_MS);
    expect(own.log.at(-1)).toMatchObject({ level: 'info', msg: 'ending' });
  });

  it('before its first cycle it is healthy, not ready, says why, and serves its own metrics; and it ends as fast', async () => {
    const hung = await startDcgm();
    hung.answer = () => undefined;
    const own = await serve(program, ['--dcgm', hung.url]);
    const [health, readiness, { value }] = await whileItHangs(hung, () =>
      Promise.all([
        fetchPage(`${own.url}/-/healthy`),
        fetchPage(`${own.url}/-/ready`),
        scrape(own.url),
      ]),
    );
    expect(health.status).toBe(200);
    expect(readiness).toMatchObject({
      status: 503,
      text: 'waiting for the first cycle (dcgm)\n',
    });
    expect(value('gpuscope_exporter_build_info')).toBe(1);
    expect(value('gpu_info')).toBeUndefined();
    const { status, ms } = await own.end('SIGTERM');
    expect(status).toBe(0);
    expect(ms).toBeLessThan(SOON_MS);
    await hung.die();
  });

  it('ends with 1 and the reason when the port is taken', async () => {
    const listen = new URL(running.url).host;
    const { status, err } = await finish(program, [
      'serve',
      '--dcgm',
      dcgm.url,
      '--listen',
      listen,
    ]);
    expect(status).toBe(1);
    expect(err).toContain(`cannot listen on ${listen}`);
  });
});

describe('gpuscope-exporter serve --role cluster', () => {
  it('names every pod of a file', async () => {
    const pods = join(folder.path, 'synthetic-pods.json');
    const pod = (name: string, phase: string) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace: 'ocr', uid: name, labels: { app: 'ocr-api' } },
      spec: {
        containers: [{ name: 'main', resources: { requests: { 'nvidia.com/gpu': '2' } } }],
      },
      status: { phase },
    });
    const namespace = {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'ocr', labels: { 'kubesphere.io/workspace': 'risk' } },
    };
    const items = [namespace, pod('ocr-1', 'Running'), pod('ocr-2', 'Pending')];
    await writeFile(pods, JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
    const own = await serve(program, ['--role', 'cluster', '--pods', pods]);
    const { value } = await until(
      own.url,
      'both pods',
      (seen) => seen.value('workload_pod_info', { pod: 'ocr-2' }) === 1,
    );
    const names = { namespace: 'ocr', tenant: 'risk', app: 'ocr-api' };
    expect(value('workload_pod_info', { ...names, pod: 'ocr-1' })).toBe(1);
    expect(
      value('workload_pod_requested_gpus', {
        ...names,
        pod: 'ocr-2',
        phase: 'Pending',
        resource: 'nvidia.com/gpu',
      }),
    ).toBe(2);
    expect(value('gpuscope_exporter_build_info', { role: 'cluster' })).toBe(1);
    expect(value('gpuscope_exporter_pod_directory_pods')).toBe(2);
    expect((await own.end('SIGTERM')).status).toBe(0);
  });
});
