import fc from 'fast-check';
import { DEFAULT_IDENTITY } from '../identity/defaults.js';
import { parseSite } from './parse.js';
import { exporterText, problemsOf, siteOf } from './testing.js';

const MINIMAL = 'version: 1\ncluster: idc1-prod\n';

describe('parseSite', () => {
  it('needs a version and a cluster, and has a default for everything else', () => {
    expect(siteOf(MINIMAL)).toEqual({
      version: 1,
      cluster: 'idc1-prod',
      exporter: {
        listen: { host: '', port: 9410 },
        intervalMs: 15_000,
        dropAfterMs: 60_000,
        emitClusterLabel: false,
        sources: [],
        holders: [
          { kind: 'podResources', socket: '/var/lib/kubelet/pod-resources/kubelet.sock' },
          { kind: 'dcgmLabels' },
        ],
        pods: { kind: 'kubernetes' },
        hosts: new Map(),
        nodeLabels: {
          pool: expect.arrayContaining(['karpenter.sh/nodepool', 'node-pool']) as unknown,
          rack: ['topology.kubernetes.io/rack'],
        },
        passthrough: false,
        resources: ['nvidia.com/gpu', 'nvidia.com/gpu.shared', 'nvidia.com/mig-*'],
      },
      identity: DEFAULT_IDENTITY,
    });
  });

  it('answers all problems at once, in the order of the text', () => {
    const text = `version: 2
cluster: ""
metrics: { url: prometheus:9090 }
exporter:
  intervall: 15s
  dropAfter: 60
  sources:
    - dcgm: { pod: { namespace: gpu, selector: app=x, port: 94000 } }
    - dgcm: {}
identity:
  app: [{ from: pod.lable, key: app }]
`;
    const parsed = parseSite(text, { file: 'site.yaml' });
    const problems = 'problems' in parsed ? parsed.problems : [];
    expect(problems.map(({ line, column, path }) => `${line}:${column} ${path}`)).toEqual([
      '1:10 version',
      '2:10 cluster',
      '3:17 metrics.url',
      '5:3 exporter.intervall',
      '6:14 exporter.dropAfter',
      '8:61 exporter.sources[0].dcgm.pod.port',
      '9:7 exporter.sources[1]',
      '11:17 identity.app[0].from',
    ]);
    expect(problems.every(({ file }) => file === 'site.yaml')).toBe(true);
    expect(problems[5]).toMatchObject({ code: 'CONFIG_INVALID', value: '94000' });
    expect(problems[3]?.message).toContain('did you mean "interval"?');
  });

  it('carries tenancy, logs and portal along as written, variables included', () => {
    const site = siteOf(`${MINIMAL}tenancy: { operators: [admin] }\nlogs: { file: "\${LATER}" }\n`);
    expect(site.tenancy).toEqual({ operators: ['admin'] });
    expect(site.logs).toEqual({ file: '${LATER}' });
    expect(site).not.toHaveProperty('portal');
  });

  it('takes part of the identity from the file and the rest from the defaults', () => {
    const { identity } = siteOf(
      `${MINIMAL}identity: { tenant: [{ from: namespace.name }], user: [] }\n`,
    );
    expect(identity).toEqual({
      tenant: [{ from: 'namespace.name' }],
      app: DEFAULT_IDENTITY.app,
      user: [],
    });
  });

  it('understands aliases, and stops those that would fill the memory', () => {
    const alias = `${MINIMAL}exporter: { hosts: { a: &x { tenant: risk }, b: *x } }\n`;
    expect(siteOf(alias).exporter.hosts.get('b')?.tenant).toBe('risk');
    const levels = Array.from(
      { length: 9 },
      (_, i) => `  l${i + 1}: &l${i + 1} [${`*l${i},`.repeat(9)}]`,
    );
    const bomb = `${MINIMAL}logs:\n  l0: &l0 [x]\n${levels.join('\n')}\n`;
    expect(problemsOf(bomb)).toEqual([expect.stringContaining("can't be read")]);
  });

  it('places a problem inside an alias where it was written', () => {
    const text = `${MINIMAL}exporter:\n  hosts:\n    a: &x { tenant: 1 }\n    b: *x\n`;
    expect(problemsOf(text).map((line) => line.split(' ')[0])).toEqual([
      'gpuscope.yaml:5:21:',
      'gpuscope.yaml:5:21:',
    ]);
  });

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      'version: 1\n',
      'cluster: c\n',
      'exporter:\n',
      '  sources:\n',
      '    - dcgm: {}\n',
      '  pods: file\n',
      '  hosts: { "*": }\n',
      '  holders: [hosts, 1, {a: b}]\n',
      'identity: [',
      '{',
      '}',
      '- x\n',
      '&a *a\n',
      '!!x y\n',
      '? [a]\n',
      '${A}',
      '__proto__: { a: 1 }\n',
      '\u0000',
      '\ufeff',
      '"',
      '---\n',
      '<<: *a\n',
      ': :\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const parsed = parseSite(pieces.join(''));
        const found = 'problems' in parsed ? parsed.problems : [];
        expect('site' in parsed || found.length > 0).toBe(true);
        expect(
          found.every(({ line, column, message }) => line > 0 && column > 0 && message !== ''),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the environment in gpuscope.yaml', () => {
  it('is read in texts, numbers and switches', () => {
    const text = exporterText(`
node: \${NODE}
emitClusterLabel: \${FLAG}
sources: [{ dcgm: { pod: { namespace: "\${NS}-x", selector: app=x, port: "\${PORT}" } } }]
`);
    const { exporter } = siteOf(text, {
      env: { NODE: '007', FLAG: 'true', NS: 'gpu', PORT: '9400' },
    });
    expect(exporter).toMatchObject({
      node: '007',
      emitClusterLabel: true,
      sources: [{ at: { namespace: 'gpu-x', port: 9400 } }],
    });
  });

  it('can not change the structure of the file', () => {
    const env = { NODE: 'x\npassthrough: true' };
    expect(siteOf(exporterText('node: ${NODE}'), { env }).exporter).toMatchObject({
      node: env.NODE,
      passthrough: false,
    });
  });

  it('has every unset variable named once, with its place', () => {
    const text = exporterText('listen: "${LISTEN}"\nnode: "${NODE}-${RACK}"');
    const parsed = parseSite(text, { env: { NODE: 'a' } });
    expect('problems' in parsed && parsed.problems).toEqual([
      {
        code: 'CONFIG_ENV_UNSET',
        line: 4,
        column: 11,
        path: 'exporter.listen',
        message: expect.stringContaining('LISTEN, which is not set') as string,
      },
      {
        code: 'CONFIG_ENV_UNSET',
        line: 5,
        column: 9,
        path: 'exporter.node',
        message: expect.stringContaining('RACK, which is not set') as string,
      },
    ]);
  });
});
