import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { AppPlugin } from '@grafana/data';
import type * as Runtime from '@grafana/runtime';
import type * as React from 'react';
import type * as Client from 'react-dom/client';
import type * as Router from 'react-router-dom';
import { of } from 'rxjs';
import pluginJson from './plugin.json';
import { loadAmd, serveScripts } from './testing/amd.js';

// The bundle must mount on Grafana 13.2 too. Its packages weigh half a gigabyte, so they are not installed here: name a
// folder in which `npm install @grafana/{data,ui,runtime,schema}@13.2.2 react@19 react-dom@19 i18next@25 rxjs@7.8.2` ran.
const root = process.env.GPUSCOPE_GRAFANA_PACKAGES ?? __dirname;

/** What Grafana gives under another name than that of its package. */
const ALIASES: Readonly<Record<string, string>> = { 'react-router': 'react-router-dom-v5-compat' };
const given = <T>(name: string): T =>
  jest.requireActual<T & object>(require.resolve(ALIASES[name] ?? name, { paths: [root] }));

const ADDRESS = 'http://grafana.example/sub/public/plugins/gpuscope-app/';
const NESTED = 'gpuscope-logs-datasource';
const folder = mkdtempSync(join(tmpdir(), 'gpuscope-app-'));
const filesOf = (within: string) =>
  readdirSync(within, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(within, name)).isFile(),
  );
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

/** As much of Grafana as a page asks for, of the packages under test. */
function setGrafana(runtime: typeof Runtime): void {
  const source = { uid: 'p', type: 'prometheus', name: 'p', meta: { info: { logos: {} } } };
  const answers = {
    query: () => of({ series: [] }),
    metricFindQuery: () => Promise.resolve([]),
    getRef: () => ({ uid: 'p' }),
  };
  Object.assign(runtime.config, {
    bootData: { user: { orgRole: 'Viewer', language: 'en-US' }, settings: {}, navTree: [] },
  });
  runtime.setTemplateSrv({ getVariables: () => [], replace: (text = '') => text } as never);
  runtime.setRunRequest(() => of({ state: 'Done', series: [], timeRange: {} }) as never);
  runtime.setPluginImportUtils({
    importPanelPlugin: () => new Promise(() => undefined),
    getPanelPluginFromCache: () => undefined,
  });
  runtime.setDataSourceSrv({
    getList: () => [source],
    getInstanceSettings: () => source,
    get: () => Promise.resolve({ ...source, ...answers }),
  } as never);
}

/** Draws the app at an address until it says what is waited for, or for ten seconds. */
async function draw(plugin: AppPlugin, path: string, awaited: RegExp): Promise<string> {
  const runtime = given<typeof Runtime>('@grafana/runtime');
  const { createElement: element, act } = given<typeof React>('react');
  const { Router: InRouter } = given<typeof Router>('react-router');
  const { createRoot } = given<typeof Client>('react-dom/client');
  const page = document.body.appendChild(document.createElement('div'));
  const drawn = createRoot(page);
  const location = { pathname: path, search: '' };
  const app = element(plugin.root as React.ComponentType<{ meta: object }>, {
    meta: { jsonData: {} },
  });
  const router = element(InRouter, { navigator: {} as never, location, children: app });
  const inside = element(runtime.LocationServiceProvider, {
    service: runtime.locationService,
    children: router,
  });
  await act(() => Promise.resolve(drawn.render(inside)));
  for (let left = 100; left > 0 && !awaited.test(page.textContent ?? ''); left -= 1) {
    await act(() => new Promise((resolve) => setTimeout(resolve, 100)));
  }
  const { textContent } = page;
  await act(async () => Promise.resolve(drawn.unmount()));
  return textContent ?? '';
}

beforeAll(() => {
  execFileSync(process.execPath, [join(__dirname, '..', 'build.mjs'), folder], { stdio: 'pipe' });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the bundle', () => {
  it('holds what Grafana looks for, with the log source nested as a plugin of its own', () => {
    const files = filesOf(folder);
    expect(files).toEqual(
      expect.arrayContaining([
        'img/logo.svg',
        'module.js',
        'plugin.json',
        ...pluginJson.languages.map((language) => `locales/${language}/${pluginJson.id}.json`),
        `${NESTED}/module.js`,
        `${NESTED}/plugin.json`,
      ]),
    );
    expect(files.filter((name) => /\.test\.|\.tsx?$/.test(name))).toEqual([]);
    expect(JSON.parse(textOf('plugin.json'))).toEqual(pluginJson);
    expect(JSON.parse(textOf(`${NESTED}/plugin.json`))).toMatchObject({ id: NESTED });
    expect(pluginJson.includes.some(({ path }) => path === `${NESTED}/plugin.json`)).toBe(true);
  });

  it('names no path of the machine that built it', () => {
    for (const name of filesOf(folder).filter((file) => /\.(js|map|json)$/.test(file)))
      expect([name, textOf(name).includes(join(__dirname, '..', '..'))]).toEqual([name, false]);
  });

  it('draws the Overview from at most 300 KiB, fetched from beside the module wherever that lies', async () => {
    const runtime = given<typeof Runtime>('@grafana/runtime');
    setGrafana(runtime);
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    const scripts = serveScripts(folder);
    const { plugin } = loadAmd(join(folder, 'module.js'), (name) =>
      name === 'module' ? { uri: `${ADDRESS}module.js?_cache=1` } : given(name),
    ) as { plugin: AppPlugin };
    expect(scripts).toEqual([]);
    const text = await draw(plugin, '/a/gpuscope-app/overview', /Which GPUs are busy\?/);
    expect(text).toMatch(/Until tenancy is enforced.*How full are we\?.*Which GPUs are busy\?/s);
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script.startsWith(ADDRESS)).toBe(true);
    const loaded = ['module.js', ...new Set(scripts.map((script) => basename(script)))];
    const size = loaded.reduce((sum, name) => sum + gzipSync(textOf(name)).length, 0);
    expect(size).toBeLessThan(300 * 1024);
    const all = readdirSync(folder).filter((name) => name.endsWith('.js'));
    expect(all.length).toBeGreaterThan(loaded.length);
    const unknown = await draw(plugin, '/a/gpuscope-app/nowhere', /no such page/);
    expect(unknown).toMatch(/There is no such page.*To the Overview/s);
  }, 120_000);
});
