import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countersFile, missingMetrics } from '@gpuscope/aggregation';
import { temporaryFolder, type TemporaryFolder } from '../../../test/servers/temporaryFolder.js';
import { runCommand } from '../testing/io.js';
import type { Loopback } from '../testing/loopback.js';
import { httpLoopback } from '../testing/loopback.js';

let folder: TemporaryFolder;
const open: Loopback[] = [];
beforeAll(async () => {
  folder = await temporaryFolder('check-config');
});
afterAll(() => folder.remove());
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function serve(text: string): Promise<string> {
  const server = await httpLoopback((_, response) => response.end(text));
  open.push(server);
  return `${server.url}/metrics`;
}

const line = (field: string) => `DCGM_FI_${field}{gpu="0",UUID="GPU-a",Hostname="gpu-1"} 1\n`;

const file = async (name: string, text: string): Promise<string> => {
  const path = join(folder.path, name);
  await writeFile(path, text);
  return path;
};

const site = (url: string, more = '') =>
  file(
    'gpuscope.yaml',
    `version: 1\ncluster: c1\nexporter:\n  pods: none\n  holders: [dcgmLabels]\n  sources: [{ dcgm: { url: "${url}" } }]\n${more}`,
  );

describe('check-config', () => {
  it('asks the source and the holders, and says what they answer', async () => {
    const config = await site(await serve(line('DEV_GPU_TEMP')));
    const { status, out, err } = await runCommand(['check-config', '--config', config]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('ok     source dcgm: answers, 1 GPUs');
    expect(out).toContain('ok     holder dcgmLabels: answers');
  });

  it('notes each metric that the counters file lacks with its field, and the alerts that silences', async () => {
    const { out } = await runCommand(['check-config', '--dcgm', await serve(line('DEV_GPU_TEMP'))]);
    const notes = out.split('\n').filter((one) => one.startsWith('note'));
    expect(notes.filter((one) => one.includes('no source gives'))).toHaveLength(
      missingMetrics(new Set(['DEV_GPU_TEMP'])).length,
    );
    expect(out).toContain('no source gives gpu_power_watts (DCGM_FI_DEV_POWER_USAGE)');
    expect(out).not.toContain('gpu_temperature_celsius');
    expect(out).toContain(
      'alert GpuXidCritical can never fire without gpu_xid_last_timestamp_seconds',
    );
  });

  it('has nothing to note for the counters file that we ship', async () => {
    const fields = [...countersFile().matchAll(/^DCGM_FI_(\w+), (?!label)/gm)].map(
      ([, field]) => field ?? '',
    );
    expect(fields.length).toBeGreaterThan(20);
    const url = await serve(fields.map(line).join(''));
    const { out } = await runCommand(['check-config', '--dcgm', url]);
    expect(out.split('\n').filter((one) => one.startsWith('note'))).toEqual([]);
  });

  it('fails with the reason when a source does not answer', async () => {
    const { status, out } = await runCommand([
      'check-config',
      '--config',
      await site('http://127.0.0.1:1/metrics'),
    ]);
    expect(status).toBe(1);
    expect(out).toMatch(
      /^FAILED source dcgm: http:\/\/127\.0\.0\.1:1\/metrics: .*\(ECONNREFUSED\)$/m,
    );
  });

  it('fails when Kubernetes is needed and there is none, after saying that the file is good', async () => {
    const url = await serve(line('DEV_GPU_TEMP'));
    const config = await file(
      'k8s.yaml',
      `version: 1\ncluster: c1\nexporter: { sources: [{ dcgm: { url: "${url}" } }] }\n`,
    );
    const { status, out } = await runCommand(['check-config', '--config', config]);
    expect(status).toBe(1);
    expect(out).toContain(`ok     ${config}`);
    expect(out).toMatch(/^FAILED .*KUBERNETES_SERVICE_HOST/m);
  });

  it('reads the pods file', async () => {
    const pods = await file('pods.json', '{"kind":"List","apiVersion":"v1","items":[]}');
    const broken = await file('broken.json', '[1,2');
    const url = await serve(line('DEV_GPU_TEMP'));
    const good = await runCommand(['check-config', '--dcgm', url, '--pods', pods]);
    expect(good.out).toContain('ok     pods: 0 pods, 0 namespaces');
    expect(good.status).toBe(0);
    const bad = await runCommand(['check-config', '--dcgm', url, '--pods', broken]);
    expect(bad.out).toMatch(/^FAILED pods: .*broken\.json/m);
    expect(bad.out.indexOf('FAILED')).toBeLessThan(bad.out.indexOf('note '));
    expect(bad.status).toBe(1);
  }, 20_000);

  it('asks nobody with --no-probe', async () => {
    const config = await site('http://127.0.0.1:1/metrics');
    const { status, out } = await runCommand(['check-config', '--no-probe', '--config', config]);
    expect({ status, out }).toEqual({
      status: 0,
      out: `ok     ${config}: can be used, role node\n`,
    });
  });

  it('says what reading the driver and processes needs, before it asks anybody', async () => {
    const config = await file(
      'vm.yaml',
      'version: 1\ncluster: vms\nexporter: { sources: [nvml], holders: [processes] }\n',
    );
    const { status, out } = await runCommand(['check-config', '--no-probe', '--config', config]);
    expect(status).toBe(0);
    expect(out).toContain('note   source nvml: loads libnvidia-ml.so.1 itself');
    expect(out).toContain('note   holder processes: asks the driver which processes use a GPU');
    const cluster = await runCommand([
      'check-config',
      '--no-probe',
      '--role',
      'cluster',
      '--config',
      config,
    ]);
    expect(cluster.out).not.toContain('nvml');
  });

  it('tells all problems of a file with their lines, and exits with 1', async () => {
    const config = await site('http://127.0.0.1:1', '  interval: never\nidentty: {}\n');
    const { status, out, err } = await runCommand(['check-config', '--config', config]);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(/gpuscope\.yaml:7:\d+: exporter\.interval /);
    expect(err).toMatch(/gpuscope\.yaml:8:\d+: identty /);
  });
});
