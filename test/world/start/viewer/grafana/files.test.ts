import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repositoryRoot } from '../../../../servers/repository.js';
import { temporaryFolder } from '../../../../servers/temporaryFolder.js';
import { siteSources } from '../sources.js';
import { syntheticSite } from '../testing/site.js';
import { copyBoards, grafanaIni, provisioningFiles, writeBelow } from './files.js';

const places = {
  data: '/d',
  plugins: '/p',
  provisioning: '/v',
  boards: '/b',
  configFile: '/c.yaml',
};

const read = (ini: string): Readonly<Record<string, string>> => {
  let section = '';
  return Object.fromEntries(
    ini.split('\n').flatMap((line) => {
      if (line.startsWith('[')) section = line.slice(1, -1);
      const [, key, value] = /^(\w+) = (.*)$/.exec(line) ?? [];
      return key === undefined ? [] : [[`${section}.${key}`, value]];
    }),
  ) as Record<string, string>;
};

describe('the files of a Grafana of our own', () => {
  it('keep it apart from any other, and let everybody in', () => {
    expect(read(grafanaIni(places, { host: '127.0.0.1', port: 3001 }))).toMatchObject({
      'paths.data': '/d',
      'paths.plugins': '/p',
      'paths.provisioning': '/v',
      'server.http_addr': '127.0.0.1',
      'server.http_port': '3001',
      'auth.anonymous.enabled': 'true',
      'auth.anonymous.org_role': 'Admin',
      'plugins.allow_loading_unsigned_plugins': 'gpuscope-app,gpuscope-logs-datasource',
      'plugin.gpuscope-logs-datasource.config': '/c.yaml',
      'analytics.reporting_enabled': 'false',
      'plugins.public_key_retrieval_disabled': 'true',
    });
  });

  it('name no configuration where there are no logs', () => {
    const { configFile: _none, ...rest } = places;
    expect(grafanaIni(rest, { host: '127.0.0.1', port: 1 })).not.toContain('[plugin.');
  });

  it('provision data sources, the app’s settings and the folder of boards', () => {
    const files = provisioningFiles(siteSources(syntheticSite()), places);
    const parsed = Object.entries(files).map(([path, text]): unknown => [path, parse(text)]);
    expect(parsed).toMatchObject([
      [
        'datasources/gpuscope.yaml',
        {
          apiVersion: 1,
          datasources: [
            { uid: 'prometheus', isDefault: true, url: 'http://127.0.0.1:9090', access: 'proxy' },
            { uid: 'gpuscope-logs', isDefault: false, url: '' },
            { uid: 'gpuscope-events' },
          ],
        },
      ],
      [
        'plugins/gpuscope.yaml',
        { apps: [{ type: 'gpuscope-app', jsonData: { logsUid: 'gpuscope-logs' } }] },
      ],
      [
        'dashboards/gpuscope.yaml',
        {
          providers: [
            { folder: 'gpuscope', type: 'file', options: { path: '/b/en' } },
            { folder: 'gpuscope 中文', type: 'file', options: { path: '/b/zh-Hans' } },
          ],
        },
      ],
    ]);
  });

  it('are written with the folders between, and the boards as they ship', async () => {
    const folder = await temporaryFolder('grafana-files');
    try {
      await writeBelow(folder.path, { 'a/b/c.txt': 'text' });
      expect(await readFile(join(folder.path, 'a/b/c.txt'), 'utf8')).toBe('text');
      const boards = join(folder.path, 'boards');
      await copyBoards(repositoryRoot(), boards);
      for (const language of ['en', 'zh-Hans']) {
        const names = await readdir(join(boards, language));
        expect(names).toContain('overview.json');
        for (const name of names) expect(name).toMatch(/\.json$/);
      }
    } finally {
      await folder.remove();
    }
  });
});
