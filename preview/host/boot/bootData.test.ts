import type { Choice } from '../choice/index.js';
import type { Preview } from '../start/preview.js';
import { installBootData } from './bootData.js';

const JSONS: Readonly<Record<string, object>> = {
  'gpuscope-app': {
    id: 'gpuscope-app',
    type: 'app',
    name: 'gpuscope',
    info: { version: '0.1.0', logos: { small: 'img/logo.svg', large: 'img/logo.svg' } },
  },
  'app-logs': {
    id: 'app-logs',
    type: 'datasource',
    name: 'App logs',
    logs: true,
    info: { version: '0.1.0', logos: { small: 'img/logo.svg', large: '' } },
  },
};

const CHOICE: Choice = { theme: 'light', language: 'zh-Hans' };

const PREVIEW: Preview = {
  state: 'ready',
  parts: [],
  simulated: true,
  links: {},
  boot: {
    datasources: [
      { uid: 'prometheus', type: 'prometheus', name: 'P', isDefault: true, jsonData: { a: 1 } },
      { uid: 'logs', type: 'app-logs', name: 'L', isDefault: false, jsonData: {} },
    ],
    app: { jsonData: {} },
    user: { login: 'ada', role: 'Admin' },
  },
};

async function installed(preview = PREVIEW, choice = CHOICE, jsons = JSONS) {
  const asked: string[] = [];
  globalThis.fetch = ((path: string) => {
    asked.push(path);
    const json = jsons[path.split('/')[3] ?? ''];
    return Promise.resolve({
      ok: json !== undefined,
      status: 404,
      json: () => Promise.resolve(json),
    });
  }) as never;
  await installBootData(preview, choice);
  const { settings, user } = Reflect.get(window, 'grafanaBootData') as {
    readonly settings: {
      readonly datasources: Readonly<Record<string, Record<string, unknown>>>;
      readonly [more: string]: unknown;
    };
    readonly user: Readonly<Record<string, unknown>>;
  };
  return { settings, user, asked };
}

describe('the boot data', () => {
  it('has each source with what its plugin says and where it is asked', async () => {
    const { settings } = await installed();
    expect(settings.datasources).toMatchObject({
      P: {
        uid: 'prometheus',
        isDefault: true,
        url: '/api/datasources/proxy/uid/prometheus',
        jsonData: { a: 1 },
        meta: { id: 'prometheus', metrics: true },
      },
      L: {
        uid: 'logs',
        meta: {
          id: 'app-logs',
          logs: true,
          module: 'public/plugins/app-logs/module.js',
          info: { logos: { small: 'public/plugins/app-logs/img/logo.svg' } },
        },
      },
    });
    expect(settings['defaultDatasource']).toBe('P');
  });

  it('does not ask for a plugin of Prometheus, for the page brings its own', async () => {
    const { asked } = await installed();
    expect(asked.sort()).toEqual([
      '/public/plugins/app-logs/plugin.json',
      '/public/plugins/gpuscope-app/plugin.json',
    ]);
  });

  it('is of the chosen theme and language', async () => {
    const { user } = await installed();
    expect(user).toMatchObject({
      login: 'ada',
      theme: 'light',
      lightTheme: true,
      language: 'zh-Hans',
      orgRole: 'Admin',
    });
  });

  it('can be looked at as a viewer, who may write nothing', async () => {
    const { user } = await installed(PREVIEW, { ...CHOICE, role: 'Viewer' });
    expect(user['orgRole']).toBe('Viewer');
    expect(Object.keys(user['permissions'] as object).filter((one) => /write/.test(one))).toEqual(
      [],
    );
  });

  it('needs a server that says what to mount', async () => {
    const { boot: _, ...without } = PREVIEW;
    await expect(installed(without)).rejects.toThrow(/no `boot`/);
  });

  it('names the plugin that is not built', async () => {
    await expect(installed(PREVIEW, CHOICE, {})).rejects.toThrow(/plugin\.json answers 404/);
  });
});
