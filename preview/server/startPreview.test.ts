import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BootData, PreviewState } from './parts.js';
import { startPreview, type Preview } from './startPreview.js';

let folder: string;
let preview: Preview;
let prometheus: Server;
let upstream: string;
const asked: { readonly method: string; readonly url: string; readonly body: string }[] = [];

const BOOT: BootData = {
  datasources: [
    { uid: 'prometheus', type: 'prometheus', name: 'P', isDefault: true, jsonData: { a: 1 } },
  ],
  app: { jsonData: { metricsUid: 'prometheus' } },
  user: { login: 'preview', role: 'Admin' },
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

beforeAll(async () => {
  prometheus = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      asked.push({ method: request.method ?? '', url: request.url ?? '', body });
      response.writeHead(request.url?.includes('bad') ? 400 : 200, {
        'content-type': 'application/json',
        'set-cookie': 'mine=1',
      });
      response.end('{"status":"success"}');
    });
  });
  await new Promise<void>((resolve) => prometheus.listen(0, '127.0.0.1', resolve));
  upstream = `http://127.0.0.1:${(prometheus.address() as AddressInfo).port}`;
});

afterAll(() => {
  prometheus.close();
});

beforeEach(async () => {
  asked.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'gpuscope-preview-'));
  preview = await startPreview({
    plugins: { app: join(folder, 'app') },
    host: join(folder, 'host'),
  });
});

afterEach(async () => {
  await preview.stop();
  await rm(folder, { recursive: true });
});

const get = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${preview.url}${path}`, init);

const state = async (): Promise<PreviewState> =>
  (await (await get('/api/preview')).json()) as PreviewState;

const buildPlugin = async (path: string, id: string): Promise<void> => {
  await mkdir(join(folder, path), { recursive: true });
  const about = { id, type: 'app', name: id, info: { version: '0.1.0' } };
  await writeFile(join(folder, path, 'plugin.json'), JSON.stringify(about));
  await writeFile(join(folder, path, 'module.js'), `module of ${id}`);
};

const buildHost = async (): Promise<void> => {
  await mkdir(join(folder, 'host'));
  await writeFile(join(folder, 'host/index.html'), '<title>the page</title>');
  await writeFile(join(folder, 'host/main.js'), 'main');
};

describe('the preview before its page is built', () => {
  it('shows the parts by itself, on every path, and looks again', async () => {
    preview.setPart('Prometheus', 'starting', 'reading <3> days & "more"');
    preview.setPart('Store', 'waiting');
    for (const path of ['/', '/a/gpuscope-app/apps?x=1']) {
      const answer = await get(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
      const text = await answer.text();
      expect(text).toContain('http-equiv="refresh"');
      expect(text).toContain('simulated');
      expect(text).toContain('preview');
      expect(text).toMatch(/Prometheus: starting/);
      expect(text).toMatch(/Store: waiting/);
      expect(text).not.toContain('<3>');
    }
  });

  it('says why nothing will come', async () => {
    preview.fail('no <Prometheus> here');
    expect(await (await get('/')).text()).toContain('no &#60;Prometheus&#62; here');
    expect(await state()).toMatchObject({ state: 'failed', note: 'no <Prometheus> here' });
  });
});

describe('the state of the preview', () => {
  it('tells parts in the order in which they were named, and what is known of each', async () => {
    preview.setPart('Prometheus', 'waiting');
    preview.setPart('Store', 'starting', 'indexing');
    preview.setPart('Prometheus', 'ready', undefined, 'http://p');
    expect(await state()).toEqual({
      state: 'starting',
      parts: [
        { name: 'Prometheus', state: 'ready', url: 'http://p' },
        { name: 'Store', state: 'starting', note: 'indexing' },
      ],
      simulated: true,
      links: {},
    });
  });

  it('tells what a page boots with as soon as it can', async () => {
    await preview.ready(BOOT, { prometheus: upstream, logs: [], links: { prometheus: upstream } });
    expect(await state()).toMatchObject({
      state: 'ready',
      boot: BOOT,
      links: { prometheus: upstream },
    });
  });

  it('is shown though a backend can not be started, which is told', async () => {
    const logs = [{ uid: 'logs', backend: ['/nowhere/program'], jsonData: {} }];
    await preview.ready(BOOT, { prometheus: upstream, logs });
    const { state: whole, parts } = await state();
    expect(whole).toBe('ready');
    expect(parts).toContainEqual({
      name: 'Log backend',
      state: 'failed',
      note: expect.stringContaining('ENOENT') as string,
    });
    const health = await get('/api/datasources/uid/logs/health');
    expect(health.status).toBe(503);
    expect(await health.text()).toContain('the log backend does not run');
  });
});

describe('the files of the preview', () => {
  it('are the page on every path that is no file, and its bundle', async () => {
    await buildHost();
    for (const path of ['/', '/a/gpuscope-app/logs?from=now-1h', '/explore'])
      expect(await (await get(path)).text()).toContain('the page');
    expect(await (await get('/public/build/main.js')).text()).toBe('main');
    expect((await get('/public/build/gone.js')).status).toBe(404);
    expect((await get('/public/other.js')).status).toBe(404);
  });

  it('are those of plugins by their ids, nested ones too, as soon as they are built', async () => {
    expect((await get('/public/plugins/app-id/module.js')).status).toBe(404);
    await buildPlugin('app', 'app-id');
    await buildPlugin('app/nested', 'nested-id');
    for (const id of ['app-id', 'nested-id'])
      expect(await (await get(`/public/plugins/${id}/module.js`)).text()).toBe(`module of ${id}`);
    expect(await (await get('/public/plugins/app-id/nested/module.js')).text()).toBe(
      'module of nested-id',
    );
    expect((await get('/public/plugins/other-id/module.js')).status).toBe(404);
  });
});

describe('the settings of a plugin', () => {
  beforeEach(() => buildPlugin('app', 'gpuscope-app'));

  const settings = async () =>
    (await (await get('/api/plugins/gpuscope-app/settings')).json()) as Record<string, unknown>;

  it('are those that the site gave it, until somebody saves others', async () => {
    await preview.ready(BOOT, { prometheus: upstream, logs: [] });
    expect(await settings()).toMatchObject({
      id: 'gpuscope-app',
      enabled: true,
      module: 'public/plugins/gpuscope-app/module.js',
      jsonData: { metricsUid: 'prometheus' },
    });
    const saved = await get('/api/plugins/gpuscope-app/settings', {
      method: 'POST',
      body: JSON.stringify({ enabled: true, jsonData: { metricsUid: 'other' } }),
    });
    expect(saved.status).toBe(200);
    expect((await settings())['jsonData']).toEqual({ metricsUid: 'other' });
    expect((await state()).boot?.app.jsonData).toEqual({ metricsUid: 'other' });
  });

  it.each(['no json', '[]', '{"jsonData":7}'])('are not %s', async (body) => {
    const answer = await get('/api/plugins/gpuscope-app/settings', { method: 'POST', body });
    expect(answer.status).toBe(400);
  });

  it('are not there for a plugin that is not built', async () => {
    expect((await get('/api/plugins/other/settings')).status).toBe(404);
  });
});

describe('Prometheus through the preview', () => {
  const PROXY = '/api/datasources/proxy/uid/prometheus';

  it('is not there before it is', async () => {
    expect((await get(`${PROXY}/api/v1/query?query=up`)).status).toBe(503);
  });

  it('is asked just as the page asks, and answers just as it does', async () => {
    await preview.ready(BOOT, { prometheus: upstream, logs: [] });
    const query = 'query=sum(a%2Bb)&time=1';
    const answer = await get(`${PROXY}/api/v1/query?${query}`, { headers: { cookie: 'a=b' } });
    expect(await answer.json()).toEqual({ status: 'success' });
    expect(answer.headers.get('set-cookie')).toBeNull();
    const body = 'query=up&start=1';
    await get(`${PROXY}/api/v1/query_range`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    const label = '/api/v1/label/__name__/values';
    await get(`/api/datasources/uid/prometheus/resources${label}?match[]=a`);
    expect(asked).toEqual([
      { method: 'GET', url: `/api/v1/query?${query}`, body: '' },
      { method: 'POST', url: '/api/v1/query_range', body },
      { method: 'GET', url: `${label}?match[]=a`, body: '' },
    ]);
    expect((await get(`${PROXY}/api/v1/query?query=bad`)).status).toBe(400);
  });

  it.each([
    'api/v1/admin/tsdb/delete_series',
    '-/quit',
    'api/v1/../../-/quit',
    'api/v1/%2e%2e/-/quit',
  ])('is not asked for %s', async (path) => {
    await preview.ready(BOOT, { prometheus: upstream, logs: [] });
    const answer = await get(`${PROXY}/${path}`, { method: 'POST' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(asked).toEqual([]);
  });

  it('that has gone is said to have gone', async () => {
    await preview.ready(BOOT, { prometheus: 'http://127.0.0.1:1', logs: [] });
    const answer = await get(`${PROXY}/api/v1/query?query=up`);
    expect(answer.status).toBe(502);
    expect(await answer.text()).toContain('Prometheus does not answer');
  });

  it('is healthy as long as it answers', async () => {
    await preview.ready(BOOT, { prometheus: upstream, logs: [] });
    const answer = await get('/api/datasources/uid/prometheus/health');
    expect([answer.status, await answer.json()]).toMatchObject([200, { status: 'OK' }]);
    await preview.ready(BOOT, { prometheus: 'http://127.0.0.1:1', logs: [] });
    const gone = await get('/api/datasources/uid/prometheus/health');
    expect([gone.status, await gone.json()]).toMatchObject([400, { status: 'ERROR' }]);
  });
});

describe('what the preview does not know', () => {
  it.each([
    ['GET', '/api/dashboards/home', 404],
    ['POST', '/api/preview', 405],
    ['GET', '/api/ds/query', 405],
    ['POST', '/', 405],
  ])('is refused in words: %s %s', async (method, path, status) => {
    const answer = await get(path, { method });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ message: expect.stringContaining(path) as string });
  });

  it('is a port that somebody else has', async () => {
    const port = Number(new URL(preview.url).port);
    await expect(startPreview({ plugins: {}, host: folder, port })).rejects.toThrow('EADDRINUSE');
  });
});
