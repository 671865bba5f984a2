import type { RequestListener } from 'node:http';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '../servers/temporaryFolder.js';
import { healthy, startDcgm, well, whileItHangs, type Dcgm } from './support/dcgm.js';
import { bundle, serve, type Serving } from './support/program.js';
import type { scrape } from './support/scrape.js';
import { fetchPage, until } from './support/scrape.js';

const TOKEN = 'synthetic-secret-token';

let folder: TemporaryFolder;
let dcgm: Dcgm;
let running: Serving;

/** One second a cycle, so that a minute of a site passes in seconds. */
const site = (url: string, tokenFile: string) => `version: 1
cluster: c1
exporter:
  node: \${NODE_NAME}
  interval: 1s
  dropAfter: 3s
  pods: none
  holders: [dcgmLabels]
  sources: [{ dcgm: { url: "${url}", timeout: 400ms, auth: { bearerTokenFile: "${tokenFile}" } } }]
identity:
  tenant: [{ from: namespace.name }]
`;

beforeAll(async () => {
  folder = await temporaryFolder('exporter-failures');
  const program = await bundle(folder.path);
  dcgm = await startDcgm();
  const config = join(folder.path, 'gpuscope.yaml');
  const tokenFile = join(folder.path, 'token');
  await writeFile(tokenFile, `${TOKEN}\n`);
  await writeFile(config, site(dcgm.url, tokenFile));
  running = await serve(program, ['--config', config], { NODE_NAME: 'gpu-1' });
}, 60_000);
afterAll(async () => {
  await running.end('SIGKILL');
  await dcgm.die();
  await folder.remove();
});

const isUp = (value: 0 | 1) => (seen: Awaited<ReturnType<typeof scrape>>) =>
  seen.value('gpuscope_exporter_source_up', { source: 'dcgm' }) === value;

const sourceLines = () =>
  running.log.filter(({ source }) => source === 'dcgm').map(({ msg }) => String(msg));

/** The page may tell of it before the line of the log has come to us. */
const recovered = () =>
  until(
    running.url,
    'DCGM is up again',
    (seen) =>
      isUp(1)(seen) &&
      seen.value('gpu_info') === 1 &&
      sourceLines().at(-1)?.startsWith('source answers') === true,
  );

beforeEach(async () => {
  dcgm.answer = well;
  await recovered();
});

const half = (response: Parameters<RequestListener>[1]) => {
  const text = healthy();
  response.setHeader('content-length', Buffer.byteLength(text));
  response.write(text.slice(0, 100));
  setTimeout(() => response.destroy(), 20);
};

const FAILURES: readonly (readonly [string, RequestListener, RegExp])[] = [
  ['answers 500', (_, response) => response.writeHead(500).end('boom'), /status 500/],
  ['hangs', () => undefined, /no whole answer within 400 ms/],
  ['sends half a body', (_, response) => half(response), /broke off/],
  [
    'sends OpenMetrics without its end',
    (_, response) =>
      response
        .setHeader('content-type', 'application/openmetrics-text; version=1.0.0')
        .end('# TYPE DCGM_FI_DEV_GPU_TEMP gauge\nDCGM_FI_DEV_GPU_TEMP{UUID="GPU-a"} 1\n'),
    /not whole/,
  ],
  [
    'redirects to another node',
    (_, response) => response.writeHead(302, { location: 'http://gpu-2:9400/metrics' }).end(),
    /redirect to http:\/\/gpu-2:9400\/metrics/,
  ],
  [
    'shows a sign-in page',
    (_, response) => response.setHeader('content-type', 'text/html').end('<html>Sign in</html>'),
    /web page/,
  ],
  [
    'belongs to another node',
    (_, response) => response.end(healthy().replaceAll('"gpu-1"', '"gpu-2"')),
    /gpu-2, and this node is gpu-1/,
  ],
  ['is empty', (_, response) => response.end(), /holds no metric/],
  ['sends bytes', (_, response) => response.end(Buffer.alloc(10_000, 0x80)), /not whole|no metric/],
];

describe('a dcgm-exporter that fails', () => {
  it.each(FAILURES)(
    '%s: the metric and one log line say so, scrapes go on, and it comes back',
    async (_, answer, message) => {
      const before = sourceLines().length;
      dcgm.answer = answer;
      // On a busy machine it may be down for another reason first: we answered it too late.
      const seen = await until(running.url, 'DCGM is down and why', async (page) => {
        const { status, text } = await fetchPage(`${running.url}/-/ready`);
        return isUp(0)(page) && status === 200 && message.test(text);
      });
      expect(seen.value('gpu_temperature_celsius', { node: 'gpu-1' })).toBe(40);
      dcgm.answer = well;
      await recovered();
      const lines = sourceLines().slice(before);
      const reasons = lines.filter((line) => message.test(line));
      expect(reasons.length).toBeGreaterThan(0);
      for (const reason of reasons) expect(reason).toContain(dcgm.url);
      // A line for each change, however many cycles it was down.
      expect(lines.filter((line, at) => line === lines[at - 1])).toEqual([]);
      expect(lines.at(-1)).toBe('source answers again');
    },
  );

  it('never keeps a scrape waiting while it hangs', async () => {
    dcgm.answer = () => undefined;
    const pages = await whileItHangs(dcgm, () =>
      Promise.all(Array.from({ length: 20 }, () => fetchPage(`${running.url}/metrics`))),
    );
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200));
  });

  it('is served from memory until dropAfter, then its devices vanish; accounts stay', async () => {
    const alive = await recovered();
    const account = { tenant: 'team-a', node: 'gpu-1' };
    expect(alive.value('gpu_account_allocated_seconds_total', account)).toBeGreaterThan(0);
    await dcgm.die();
    await until(running.url, 'DCGM is down', isUp(0));
    const gone = await until(
      running.url,
      'the devices have vanished, and cycles go on',
      (seen) =>
        seen.value('gpu_info') === undefined &&
        (seen.value('gpuscope_exporter_snapshot_age_seconds') ?? 9) < 2,
    );
    expect(gone.samples.some(({ name }) => name.startsWith('gpu_workload_'))).toBe(false);
    const kept = gone.value('gpu_account_allocated_seconds_total', account) ?? 0;
    expect(kept).toBeGreaterThan(0);
    await dcgm.rise();
    const back = await recovered();
    expect(back.value('gpu_account_allocated_seconds_total', account)).toBeGreaterThanOrEqual(kept);
  });

  it('counts lines that can’t be read, and uses the others', async () => {
    dcgm.answer = (_, response) => response.end(`${healthy()}DCGM_FI_DEV_GPU_TEMP{ 1\n`);
    const problems = (seen: Awaited<ReturnType<typeof scrape>>) =>
      seen.value('gpuscope_exporter_exposition_problems_total') ?? 0;
    const seen = await until(
      running.url,
      'a problem is counted, and the source is up',
      (page) => problems(page) > 0 && isUp(1)(page),
    );
    expect(seen.value('gpu_temperature_celsius')).toBe(40);
  });

  it('never has its token in the log or on a page', async () => {
    const pages = await Promise.all(
      ['/metrics', '/-/ready', '/'].map((path) => fetchPage(running.url + path)),
    );
    const everything = JSON.stringify([running.log, pages.map(({ text }) => text)]);
    expect(everything).not.toContain(TOKEN);
  });
});
