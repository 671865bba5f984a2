import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostEntryFor, parseSite, resolve, type Site } from '@gpuscope/aggregation';
import { parse } from 'yaml';
import { repositoryRoot } from '../servers/repository.js';

const ROOT = repositoryRoot();
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('deploy/Dockerfile', () => {
  const lines = read('deploy/Dockerfile')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const lastStage = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  const copied = lines
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
    .flatMap((line) => line.split(/\s+/).slice(1, -1));

  it('copies what there is', () => {
    expect(copied).not.toHaveLength(0);
    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('is sent what it copies: the ignore file lets each through', () => {
    const allowed = read('deploy/Dockerfile.dockerignore')
      .split('\n')
      .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
    const sent = (path: string): boolean =>
      allowed.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
    expect(copied.filter((path) => !sent(path))).toEqual([]);
  });

  it('has the package.json of every workspace, without which npm refuses', () => {
    const { workspaces } = JSON.parse(read('package.json')) as { workspaces: readonly string[] };
    const missing = workspaces.filter((name) => !copied.includes(`${name}/package.json`));
    expect(missing).toEqual([]);
  });

  it('ends as nobody, by a number that Kubernetes can check, and without a shell', () => {
    expect(lastStage.filter((line) => line.startsWith('USER '))).toEqual(['USER 65532:65532']);
    const [entry = ''] = lastStage.filter((line) => line.startsWith('ENTRYPOINT '));
    expect(JSON.parse(entry.slice('ENTRYPOINT '.length))).toEqual([
      '/usr/local/bin/node',
      '/opt/gpuscope/gpuscope-exporter.mjs',
    ]);
    expect(lines.some((line) => line.startsWith('HEALTHCHECK'))).toBe(false);
  });
});

function siteAt(path: string): Site {
  const parsed = parseSite(read(path));
  if ('site' in parsed) return parsed.site;
  throw new Error(parsed.problems.map(({ path, message }) => `${path} ${message}`).join('\n'));
}

/** The settings of a unit's section, the last of a name. */
const settingsOf = (path: string): ReadonlyMap<string, string> =>
  new Map(
    [...read(path).matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );

describe('deploy/systemd', () => {
  it('has a gpuscope.yaml that names the people of its own machines', () => {
    const { exporter, identity } = siteAt('deploy/systemd/gpuscope.vm.yaml');
    expect(exporter.pods.kind).toBe('none');
    const entry = hostEntryFor(exporter.hosts, 'gpu-vm-3');
    if (entry === undefined) throw new Error('gpu-vm-3 is nobody’s');
    expect(resolve(identity, { kind: 'host', host: 'gpu-vm-3', entry })).toMatchObject({
      tenant: 'risk',
      app: 'ocr-batch',
      user: 'li.wei',
    });
  });

  it('has one for machines without DCGM, that names whose their processes are', () => {
    const { exporter, identity } = siteAt('deploy/systemd/gpuscope.nvml.yaml');
    expect(exporter).toMatchObject({
      sources: [{ kind: 'nvml' }],
      holders: [{ kind: 'processes' }],
      pods: { kind: 'none' },
    });
    const own = { user: 'li.wei', group: 'team-cv', unit: '', job: '', account: '' };
    const names = (host: string) => {
      const entry = hostEntryFor(exporter.hosts, host);
      const found = resolve(identity, { kind: 'local', host, ...own, ...(entry && { entry }) });
      return [found.tenant, found.user];
    };
    expect(names('gpu-vm-3')).toEqual(['risk', 'li.wei']);
    expect(names('slurm-7')).toEqual(['cv', 'li.wei']);
  });

  it('lets go, without DCGM, of what would hide processes and the driver, and of nothing else', () => {
    const unit = settingsOf('deploy/systemd/gpuscope-exporter.service');
    const more = settingsOf('deploy/systemd/nvml.conf');
    const hiding = ['PrivateDevices', 'ProtectProc', 'ProcSubset'];
    expect(hiding.map((name) => unit.get(name))).toEqual(['yes', 'invisible', 'pid']);
    expect(hiding.map((name) => more.get(name))).toEqual(['no', 'default', 'all']);
    expect(more.get('DevicePolicy')).toBe('closed');
    const kept = ['NoNewPrivileges', 'CapabilityBoundingSet', 'ProtectSystem', 'SystemCallFilter'];
    expect(kept.filter((name) => !unit.has(name) || more.has(name))).toEqual([]);
  });

  it('runs the file that the instructions put there, with options that it knows', () => {
    const start = settingsOf('deploy/systemd/gpuscope-exporter.service').get('ExecStart') ?? '';
    const [node, program = '', ...args] = start.split(' ');
    expect(node).toBe('/usr/bin/node');
    expect(args).toEqual(['serve', '--config', '/etc/gpuscope/gpuscope.yaml', '--role', 'node']);
    const text = read('docs/install.md');
    const [, built = ''] = /node exporter\/build\.mjs (\S+)/.exec(text) ?? [];
    const [, from = '', to = ''] = /cp -r (\S+)\. (\S+)/.exec(text) ?? [];
    expect(program).toBe(built.replace(from, to));
    for (const file of [
      '/etc/gpuscope/gpuscope.yaml',
      '/etc/systemd/system/gpuscope-exporter.service.d/nvml.conf',
    ]) {
      expect(text).toMatch(new RegExp(`install -D .* ${file.replaceAll('.', '\\.')}`));
    }
  });
});

describe.each(['docs/install.md', 'docs/labels.md'])('%s', (name) => {
  const text = read(name);

  it('links to files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link);
    expect(links).not.toHaveLength(0);
    expect(links.filter((link) => !existsSync(join(ROOT, 'docs', link)))).toEqual([]);
  });

  it('names files of deploy/ that are there', () => {
    const paths = [...text.matchAll(/deploy\/[\w./-]*[\w]/g)].map(([path]) => path);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe('the values that docs/install.md names', () => {
  const values = parse(read('deploy/chart/gpuscope/values.yaml')) as Record<string, unknown>;
  /** Mappings that a site fills with keys of its own. */
  const open = [
    'monitoring.labels',
    'prometheusRule.labels',
    'node.nodeSelector',
    'node.seLinuxOptions',
    'config',
  ];
  const named = [...read('docs/install.md').matchAll(/--set(?:-json)? '?([\w.]+)=/g)].map(
    ([, key = '']) => key,
  );

  const isThere = (key: string): boolean => {
    if (open.some((prefix) => key === prefix || key.startsWith(`${prefix}.`))) return true;
    let at: unknown = values;
    for (const part of key.split('.')) {
      if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return false;
      at = (at as Record<string, unknown>)[part];
    }
    return true;
  };

  it('are values of the chart', () => {
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((key) => !isThere(key))).toEqual([]);
  });
});
