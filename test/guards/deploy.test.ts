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

describe('deploy/systemd', () => {
  const parsed = parseSite(read('deploy/systemd/gpuscope.vm.yaml'));
  const site = (): Site => {
    if ('site' in parsed) return parsed.site;
    throw new Error(parsed.problems.map(({ path, message }) => `${path} ${message}`).join('\n'));
  };

  it('has a gpuscope.yaml that names the people of its own machines', () => {
    const { exporter, identity } = site();
    expect(exporter.pods.kind).toBe('none');
    const entry = hostEntryFor(exporter.hosts, 'gpu-vm-3');
    if (entry === undefined) throw new Error('gpu-vm-3 is nobody’s');
    expect(resolve(identity, { kind: 'host', host: 'gpu-vm-3', entry })).toMatchObject({
      tenant: 'risk',
      app: 'ocr-batch',
      user: 'li.wei',
    });
  });

  it('runs the file that the instructions put there, with options that it knows', () => {
    const [, start = ''] =
      /^ExecStart=(.*)$/m.exec(read('deploy/systemd/gpuscope-exporter.service')) ?? [];
    const [node, program = '', ...args] = start.split(' ');
    expect(node).toBe('/usr/bin/node');
    expect(args).toEqual(['serve', '--config', '/etc/gpuscope/gpuscope.yaml', '--role', 'node']);
    for (const file of [program, '/etc/gpuscope/gpuscope.yaml']) {
      expect(read('docs/install.md')).toMatch(
        new RegExp(`install -D .* ${file.replaceAll('.', '\\.')}`),
      );
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
