import { repositoryRoot } from '../../../../servers/repository.js';
import { startFakeGrafana, type FakeGrafana } from '../testing/grafanaServer.js';
import { syntheticSite } from '../testing/site.js';
import type { Viewer } from '../viewer.js';
import { boardPaths } from './files.js';
import { givenViewer } from './given.js';

const TOKEN = 'synthetic-token';
const APP = 'gpuscope-app';
const BEFORE = { enabled: false, pinned: false, jsonData: { metricsUid: 'theirs' } };

let grafana: FakeGrafana;
const said: string[] = [];

const viewerOf = (token = TOKEN, url = grafana.url): Viewer =>
  givenViewer({ root: repositoryRoot(), url, token, line: (text) => void said.push(text) });

const start = async (reaches = true): Promise<void> => {
  grafana = await startFakeGrafana({ token: TOKEN, reaches });
  grafana.plugins.set(APP, BEFORE);
};

beforeEach(() => {
  said.length = 0;
});

afterEach(() => grafana.stop());

describe('somebody’s Grafana', () => {
  it('gets data sources, boards and the app’s settings, and leads to the app', async () => {
    await start();
    const viewer = viewerOf();
    await viewer.show(syntheticSite());
    expect([...grafana.sources.keys()].every((uid) => uid.startsWith('simulated-'))).toBe(true);
    expect(grafana.sources.size).toBe(3);
    expect(grafana.boards.size).toBe((await boardPaths(repositoryRoot())).length);
    expect(grafana.plugins.get(APP)).toEqual({
      enabled: true,
      pinned: true,
      jsonData: {
        metricsUid: 'simulated-prometheus',
        logsUid: 'simulated-gpuscope-logs',
        eventsUid: 'simulated-gpuscope-events',
      },
    });
    expect(viewer.url()).toBe(`${grafana.url}/a/${APP}`);
    expect(said).toEqual([]);
  });

  it('is afterwards as it was before', async () => {
    await start();
    grafana.sources.set('prometheus', { name: 'theirs' });
    grafana.boards.set('gpuscope-overview', 'their-folder');
    const viewer = viewerOf();
    await viewer.show(syntheticSite());
    expect(grafana.boards.get('gpuscope-overview')).toBe('their-folder');
    await viewer.stop();
    expect([...grafana.sources]).toEqual([['prometheus', { name: 'theirs' }]]);
    expect([...grafana.boards]).toEqual([['gpuscope-overview', 'their-folder']]);
    expect([...grafana.folders]).toEqual([]);
    expect(grafana.plugins.get(APP)).toEqual(BEFORE);
  });

  it('is tidied of what a start before left behind', async () => {
    await start();
    await viewerOf().show(syntheticSite());
    const again = viewerOf();
    await again.show(syntheticSite());
    expect(grafana.sources.size).toBe(3);
    expect(grafana.folders.size).toBe(1);
  });

  it('without the app shows the boards, and says how the app is had', async () => {
    await start();
    grafana.plugins.clear();
    const viewer = viewerOf();
    await viewer.show(syntheticSite());
    expect(said.join()).toMatch(/not installed.*npm run package/s);
    expect(viewer.url()).toMatch(/\/dashboards\/f\//);
    expect(grafana.boards.size).toBeGreaterThan(0);
  });

  it('that runs elsewhere is said not to reach this machine', async () => {
    await start(false);
    await viewerOf().show(syntheticSite());
    expect(said.filter((text) => text.includes('this machine'))).toHaveLength(3);
    expect(said[0]).toContain('connection refused');
  });

  it('that refuses the token says so, and that it does not answer', async () => {
    await start();
    await expect(viewerOf('other').show(syntheticSite())).rejects.toThrow(
      `${grafana.url} refuses GRAFANA_TOKEN`,
    );
    await expect(viewerOf(TOKEN, 'http://127.0.0.1:1').show(syntheticSite())).rejects.toThrow(
      'GRAFANA_URL is http://127.0.0.1:1: it does not answer',
    );
  });
});
