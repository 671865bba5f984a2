import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSourcePlugin } from '@grafana/data';
import type * as Runtime from '@grafana/runtime';
import type { AppLogsDatasource } from './datasource.js';
import pluginJson from './plugin.json';
import { loadAmd } from './testing/amd.js';

// The bundle must mount on Grafana 13.2 too. Its packages weigh half a gigabyte, so they are not installed here: name a
// folder in which `npm install @grafana/{data,ui,runtime,schema}@13.2.2 react@19 react-dom@19 i18next@25 rxjs@7.8.2` ran.
const root = process.env.GPUSCOPE_GRAFANA_PACKAGES ?? __dirname;
const given = <T extends object>(name: string): T =>
  jest.requireActual<T>(require.resolve(name, { paths: [root] }));

interface React {
  readonly createElement: (type: unknown, props: object) => unknown;
  readonly act: (work: () => Promise<void>) => Promise<void>;
}
interface Drawn {
  render(element: unknown): void;
  unmount(): void;
}
interface Client {
  readonly createRoot: (into: Element) => Drawn;
}

const folder = mkdtempSync(join(tmpdir(), 'gpuscope-bundle-'));
const filesOf = (within: string) =>
  readdirSync(within, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(within, name)).isFile(),
  );

beforeAll(() => {
  execFileSync(process.execPath, [join(__dirname, '..', 'build.mjs'), folder], { stdio: 'pipe' });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the bundle', () => {
  it('holds what Grafana looks for, and nothing else', () => {
    expect(filesOf(folder).sort()).toEqual([
      'img/logo.svg',
      ...pluginJson.languages.map((language) => `locales/${language}/${pluginJson.id}.json`),
      'module.js',
      'module.js.map',
      'plugin.json',
    ]);
    expect(JSON.parse(readFileSync(join(folder, 'plugin.json'), 'utf8'))).toEqual(pluginJson);
  });

  it('is small: what Grafana has is not carried along', () => {
    expect(statSync(join(folder, 'module.js')).size).toBeLessThan(100 * 1024);
  });

  it('names no path of the machine that built it', () => {
    expect(readFileSync(join(folder, 'module.js'), 'utf8')).not.toContain(__dirname);
    expect(readFileSync(join(folder, 'module.js.map'), 'utf8')).not.toContain(__dirname);
  });

  it('mounts: its editors are drawn by the packages that Grafana hands it', async () => {
    const asked: string[] = [];
    const { plugin } = loadAmd(join(folder, 'module.js'), (name) => {
      asked.push(name);
      return given(name);
    }) as { plugin: DataSourcePlugin<AppLogsDatasource> };
    expect(asked).toEqual(expect.arrayContaining(['@grafana/ui', '@grafana/data', 'react']));
    const runtime = given<Pick<typeof Runtime, 'setTemplateSrv'>>('@grafana/runtime');
    runtime.setTemplateSrv({ getVariables: () => [], replace: (text = '') => text } as never);
    const source = { about: () => Promise.reject(new Error('none')) };
    const { createElement, act } = given<React>('react');
    const { createRoot } = given<Client>('react-dom/client');
    const draw = async (type: unknown, props: object): Promise<string> => {
      const page = document.body.appendChild(document.createElement('div'));
      const drawn = createRoot(page);
      await act(async () => {
        drawn.render(createElement(type, props));
        await new Promise((resolve) => setTimeout(resolve, 50));
      });
      const { textContent } = page;
      await act(async () => Promise.resolve(drawn.unmount()));
      return textContent ?? '';
    };
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    const query = { refId: 'A', version: 1, show: 'counts', selection: {} };
    const editor = { datasource: source, query, onChange: jest.fn(), onRunQuery: jest.fn() };
    expect(await draw(plugin.components.QueryEditor, editor)).toMatch(
      /Counts.*App.*Words in the line/,
    );
    const config = { options: { jsonData: {}, secureJsonFields: {} }, onOptionsChange: jest.fn() };
    expect(await draw(plugin.components.ConfigEditor, config)).toMatch(/Log store.*Trace links/);
  }, 60_000);
});
