import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from './load.js';
import { errorWith, textWith } from '../testing/matching.js';

const SITE = `version: 1
cluster: \${CLUSTER}
metrics: { url: "http://prometheus:9090" }
exporter: { hosts: { vm-1: { tenant: risk, app: ocr, user: li } } }
tenancy: { policy: { file: TENANTS } }
logs:
  store: { elasticsearch: ["https://es:9200"] }
  auth: { user: gpuscope, passwordFile: PASSWORD }
  index: "logs-*"
  limits: { range: 1d, lines: 200, perTenant: 3 }
`;

describe('loadSettings', () => {
  let root: string;
  let plugin: string;
  const at = (...parts: string[]): string => join(root, ...parts);
  const fromFile = (path: string | undefined, env = { CLUSTER: 'idc1' }) =>
    loadSettings(
      { url: '', jsonData: { setUp: 'file', index: 'ignored' }, secrets: {} },
      { path, pluginFolder: plugin, env },
    );
  const write = async (name: string, text: string): Promise<string> => {
    await writeFile(at(name), text);
    return at(name);
  };

  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'gpuscope-settings-')));
    plugin = at('plugin');
    await mkdir(plugin);
    await write('password', 'secret\n');
    await write('tenants.yaml', 'version: 1\ntenants: {}\n');
    const site = SITE.replace('TENANTS', at('tenants.yaml')).replace('PASSWORD', at('password'));
    await write('gpuscope.yaml', site);
  });
  afterEach(() => rm(root, { recursive: true }));

  it("reads the server's file, its secrets and its variables", async () => {
    await expect(fromFile(at('gpuscope.yaml'))).resolves.toMatchObject({
      store: {
        product: 'elasticsearch',
        nodes: ['https://es:9200'],
        auth: { kind: 'basic', user: 'gpuscope', password: 'secret' },
      },
      index: 'logs-*',
      cluster: { kind: 'only', cluster: 'idc1' },
      limits: { rangeMs: 86_400_000, lines: 200, perTenant: 3 },
      hosts: new Map([['vm-1', { tenant: 'risk', app: 'ocr', user: 'li' }]]),
      prometheusUrl: 'http://prometheus:9090',
      tenancy: { policy: { kind: 'file', file: at('tenants.yaml') } },
      files: [at('gpuscope.yaml'), at('password')],
    });
  });

  it('refuses files that Grafana would hand out to anybody, by whatever way they are named', async () => {
    await writeFile(join(plugin, 'gpuscope.yaml'), SITE);
    await symlink(join(plugin, 'gpuscope.yaml'), at('link.yaml'));
    const inside = errorWith('SETTINGS_INVALID', "lies in the plugin's folder");
    await expect(fromFile(join(plugin, 'gpuscope.yaml'))).rejects.toEqual(inside);
    await expect(fromFile(at('link.yaml'))).rejects.toEqual(inside);
    await writeFile(join(plugin, 'password'), 'x');
    const site = SITE.replace('TENANTS', at('tenants.yaml'));
    const other = await write('other.yaml', site.replace('PASSWORD', join(plugin, 'password')));
    await expect(fromFile(other)).rejects.toEqual(inside);
    await writeFile(join(plugin, 'tenants.yaml'), 'version: 1\ntenants: {}\n');
    const tenants = SITE.replace('TENANTS', join(plugin, 'tenants.yaml'));
    const third = await write('third.yaml', tenants.replace('PASSWORD', at('password')));
    await expect(fromFile(third)).rejects.toEqual(inside);
  });

  it.each([
    [undefined, /Grafana was not told where it is/],
    ['gpuscope.yaml', /must be an absolute path/],
    ['/nowhere/gpuscope.yaml', /can't be read: .*ENOENT/],
  ])('says what is wrong with the path %s', async (path, message) => {
    await expect(fromFile(path)).rejects.toMatchObject({
      code: 'SETTINGS_INVALID',
      message: textWith(message),
    });
  });

  it('tells the lines of what is wrong in the file', async () => {
    const path = await write('bad.yaml', 'version: 1\ncluster: a\nlogs: { index: x }\n');
    await expect(fromFile(path)).rejects.toThrow(/bad\.yaml:3.*store/s);
    await expect(fromFile(at('gpuscope.yaml'), {} as { CLUSTER: string })).rejects.toThrow(
      /CLUSTER/,
    );
  });

  it('never lets Grafana hand requests on by itself', async () => {
    const place = { path: undefined, pluginFolder: plugin, env: {} };
    const jsonData = { nodes: ['http://es:9200'], index: 'x' };
    await expect(
      loadSettings({ url: 'http://es:9200', jsonData, secrets: {} }, place),
    ).rejects.toThrow(/url must be empty/);
    await expect(loadSettings({ url: '', jsonData, secrets: {} }, place)).resolves.toMatchObject({
      index: 'x',
    });
  });

  it('tells all that is wrong with what Grafana saved', async () => {
    const place = { path: undefined, pluginFolder: plugin, env: {} };
    const jsonData = { nodes: ['es'], shape: 'x' };
    await expect(loadSettings({ url: '', jsonData, secrets: {} }, place)).rejects.toMatchObject({
      code: 'SETTINGS_INVALID',
      message: textWith(/nodes\.0 .*; shape .*/),
    });
  });
});
