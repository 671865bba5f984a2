import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { parse } from 'yaml';
import { readSettings } from '@gpuscope/datasource/shared';
import {
  compileProgram,
  mustRun,
  ownArchitecture,
  temporaryFolder,
  type TemporaryFolder,
} from '../servers/index.js';
import { repositoryRoot } from '../servers/repository.js';
import { base64, resultOf } from './asking.js';
import { startHost, type PluginHost } from './host.js';

const APP = 'gpuscope-app';
const ID = 'gpuscope-logs-datasource';
const PROGRAM = `gpx_gpuscope_logs_linux_${ownArchitecture()}`;

/** Unpacks as an administrator's unzip does; which files are programs stands in the zip file's directory. */
async function unpack(zip: string, folder: string): Promise<void> {
  if (
    await mustRun('unzip', ['-q', zip, '-d', folder]).then(
      () => true,
      () => false,
    )
  )
    return;
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
    if (path.includes('/gpx_')) chmodSync(join(folder, path), 0o755);
  }
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

describe('npm run package', () => {
  let work: TemporaryFolder;
  const folders = new Map<string, string>();
  const variants = [`linux_${ownArchitecture()}`, 'node'];
  const out = (name: string): string => join(work.path, 'out', name);
  const hosts: PluginHost[] = [];

  beforeAll(async () => {
    work = await temporaryFolder('package');
    const script = join(repositoryRoot(), 'scripts/package.mjs');
    const only = `${ownArchitecture()},node`;
    await mustRun(process.execPath, [script, '--only', only, '--out', join(work.path, 'out')]);
    for (const variant of variants) {
      const folder = join(work.path, variant);
      await unpack(out(`${ID}-0.1.0.${variant}.zip`), folder);
      await unpack(out(`${APP}-0.1.0.${variant}.zip`), join(work.path, `app-${variant}`));
      folders.set(variant, join(folder, ID));
    }
  }, 600_000);

  afterAll(async () => {
    await Promise.all(hosts.map((host) => host.stop()));
    await work.remove();
  }, 60_000);

  const inside = (variant: string, path: string): string => join(folders.get(variant) ?? '', path);

  it('writes zip files, what Grafana must be told, and the sums of all that', () => {
    const names = readdirSync(join(work.path, 'out')).sort();
    expect(names).toEqual([
      'SHA256SUMS',
      `${APP}-0.1.0.${variants[0]}.zip`,
      `${APP}-0.1.0.node.zip`,
      'gpuscope-app.yaml',
      `${ID}-0.1.0.${variants[0]}.zip`,
      `${ID}-0.1.0.node.zip`,
      'gpuscope-logs.yaml',
      'grafana.ini',
    ]);
    const sums = readFileSync(out('SHA256SUMS'), 'utf8').trimEnd().split('\n');
    expect(sums.map((line) => line.split('  ')[1]).sort()).toEqual(names.slice(1));
    for (const line of sums) {
      const [sum, name = ''] = line.split('  ');
      expect(
        createHash('sha256')
          .update(readFileSync(out(name)))
          .digest('hex'),
      ).toBe(sum);
    }
  });

  it.each(variants)('%s holds front end, program and licences in one folder', (variant) => {
    expect(readdirSync(join(work.path, variant))).toEqual([ID]);
    const { executable } = JSON.parse(readFileSync(inside(variant, 'plugin.json'), 'utf8')) as {
      readonly executable: string;
    };
    expect(PROGRAM.startsWith(executable)).toBe(true);
    expect(statSync(inside(variant, PROGRAM)).mode & 0o111).toBe(0o111);
    expect(statSync(inside(variant, 'module.js')).size).toBeGreaterThan(10_000);
    expect(readFileSync(inside(variant, 'LICENSE'), 'utf8')).toContain('Apache License');
    const licences = readFileSync(inside(variant, 'THIRD-PARTY-LICENCES.txt'), 'utf8');
    for (const name of ['@grpc/grpc-js', 'flatbuffers', 'zod', '@elastic/elasticsearch'])
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\([A-Z]`, 'm'));
  });

  it.each(variants)('%s of the app holds the same log source', (variant) => {
    const folder = join(work.path, `app-${variant}`, APP);
    expect(readdirSync(join(work.path, `app-${variant}`))).toEqual([APP]);
    expect(filesBelow(join(folder, ID))).toEqual(filesBelow(folders.get(variant) ?? ''));
    const program = readFileSync(join(folder, ID, PROGRAM));
    expect(program.equals(readFileSync(inside(variant, PROGRAM)))).toBe(true);
    expect(statSync(join(folder, ID, PROGRAM)).mode & 0o111).toBe(0o111);
    expect(statSync(join(folder, 'module.js')).size).toBeGreaterThan(10_000);
    const licences = readFileSync(join(folder, 'THIRD-PARTY-LICENCES.txt'), 'utf8');
    expect(licences).toMatch(/^@grafana\/scenes \d+\.\d+\.\d+ \(Apache-2\.0\)/m);
    expect(licences).not.toMatch(/\(A?GPL/);
  });

  it.each(variants)(
    '%s starts under a host and says what its settings lack',
    async (variant) => {
      const host = await startHost([inside(variant, PROGRAM)]);
      hosts.push(host);
      const dataSourceInstanceSettings = { uid: 'u', name: 'logs', jsonData: base64('{}') };
      const pluginContext = {
        orgId: 1,
        user: { login: 'admin', role: 'Admin' },
        dataSourceInstanceSettings,
      };
      const { status, message } = resultOf<{ status: string; message: string }>(
        await host.call('health', { pluginContext }),
      );
      expect(status).toBe('ERROR');
      expect(message).toContain('nodes');
      const { metrics } = resultOf<{ metrics: { prometheus: string } }>(await host.call('metrics'));
      expect(Buffer.from(metrics.prometheus, 'base64').toString()).toContain(
        'gpuscope_logs_build_info{version="0.1.0"} 1',
      );
      expect(JSON.stringify(host.log())).not.toMatch(/"@level":"error"/);
    },
    60_000,
  );

  it('holds nothing of the folder that it was made in', () => {
    const program = readFileSync(inside(variants[0] ?? '', PROGRAM));
    expect(program.includes('gpuscope-package-')).toBe(false);
    expect(program.includes(repositoryRoot())).toBe(false);
  });

  it('is the same whenever and wherever it is made of the same files', async () => {
    const zip = join(repositoryRoot(), 'scripts/lib/package/zip.mjs');
    const code = `const { zipFolder } = await import(${JSON.stringify(zip)});
      const { createHash } = await import('node:crypto');
      const bytes = await zipFolder(${JSON.stringify(inside('node', '.'))}, 'name');
      console.log(createHash('sha256').update(bytes).digest('hex'));`;
    const sums = [];
    for (const TZ of ['Asia/Shanghai', 'America/Los_Angeles']) {
      utimesSync(inside('node', 'backend.mjs'), new Date(), new Date(2020 + sums.length, 1));
      const args = ['--input-type=module', '--eval', code];
      sums.push(await mustRun(process.execPath, args, { env: { TZ } }));
    }
    expect(sums[0]).toMatch(/^[0-9a-f]{64}\n$/);
    expect(sums[1]).toBe(sums[0]);
  }, 60_000);

  it.each([
    ['amd64', 62],
    ['arm64', 183],
  ] as const)(
    'can be made for %s on any machine',
    async (architecture, machine) => {
      const program = join(work.path, architecture);
      await compileProgram(inside('node', 'backend.mjs'), architecture, program);
      const head = readFileSync(program).subarray(0, 20);
      expect(head.subarray(1, 4).toString()).toBe('ELF');
      // e_machine of the ELF header: 62 is x86-64, 183 AArch64.
      expect(head.readUInt16LE(18)).toBe(machine);
    },
    300_000,
  );

  it('says to a person who starts the program that Grafana does', async () => {
    const program = inside(variants[0] ?? '', PROGRAM);
    await expect(mustRun(program, [])).rejects.toThrow('Grafana starts it');
  });

  it('provisions a data source whose settings the plugin reads, with an empty url', () => {
    const file = parse(readFileSync(out('gpuscope-logs.yaml'), 'utf8')) as {
      readonly datasources: readonly [{ type: string; url: string; jsonData: unknown }];
    };
    const [source] = file.datasources;
    expect(source).toMatchObject({ type: ID, url: '' });
    expect(readSettings(source.jsonData)).toMatchObject({ value: { setUp: 'here' } });
    expect(readFileSync(out('grafana.ini'), 'utf8')).toMatch(
      new RegExp(`^allow_loading_unsigned_plugins = ${APP},${ID}$`, 'm'),
    );
    expect(parse(readFileSync(out('gpuscope-app.yaml'), 'utf8'))).toMatchObject({
      apps: [{ type: APP, jsonData: {} }],
    });
  });
});
