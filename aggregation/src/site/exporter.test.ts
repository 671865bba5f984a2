import { isGpuResource } from './resources.js';
import { exporterText, siteOf } from './testing.js';

const exporterOf = (section: string) => siteOf(exporterText(section)).exporter;
const sourceOf = (source: string) => exporterOf(`sources: [${source}]`).sources[0];

describe('exporter.listen', () => {
  it.each([
    [':9410', '', 9410],
    ['127.0.0.1:0', '127.0.0.1', 0],
    ['[::1]:9410', '::1', 9410],
    ['gpu-1.example.com:80', 'gpu-1.example.com', 80],
  ])('%s', (written, host, port) => {
    expect(exporterOf(`listen: "${written}"`).listen).toEqual({ host, port });
  });
});

describe('exporter.sources', () => {
  it('reads dcgm-exporter from the pod on this node', () => {
    expect(
      sourceOf('{ dcgm: { pod: { namespace: gpu, selector: "app in (a, b),!x", port: 9400 } } }'),
    ).toEqual({
      kind: 'dcgm',
      at: {
        kind: 'pod',
        namespace: 'gpu',
        selector: 'app in (a, b),!x',
        scheme: 'http',
        port: 9400,
        path: '/metrics',
      },
      timeoutMs: 10_000,
      maxBytes: 16_777_216,
      hostnames: [],
    });
  });

  it.each([
    ['http://10.0.0.7:9400', 'http://10.0.0.7:9400/metrics'],
    ['http://10.0.0.7:9400/', 'http://10.0.0.7:9400/metrics'],
    ['https://[::1]:9400/dcgm?x=1', 'https://[::1]:9400/dcgm?x=1'],
  ])('reads it from %s', (url, asked) => {
    expect(sourceOf(`{ dcgm: { url: "${url}" } }`)).toMatchObject({
      at: { kind: 'url', url: asked },
    });
  });

  it('proves who it is with files', () => {
    const source = sourceOf(`{ dcgm: {
      pod: { namespace: gpu, selector: app=x, port: 9400 },
      auth: { basic: { user: u, passwordFile: /p }, tls: { caFile: /ca, certFile: /c, keyFile: /k, serverName: s } },
      timeout: 1m30s, maxBody: 1GiB, hostnames: [gpu-1.example.com] } }`);
    expect(source).toMatchObject({
      at: { scheme: 'https' },
      auth: { kind: 'basic', user: 'u', passwordFile: '/p' },
      tls: { caFile: '/ca', certFile: '/c', keyFile: '/k', serverName: 's' },
      timeoutMs: 90_000,
      maxBytes: 2 ** 30,
      hostnames: ['gpu-1.example.com'],
    });
    expect(sourceOf('{ dcgm: { url: "http://a", auth: { bearerTokenFile: /t } } }')).toMatchObject({
      auth: { kind: 'bearer', tokenFile: '/t' },
    });
  });

  it('replays a recording', () => {
    expect(sourceOf('{ replay: { file: a.jsonl } }')).toEqual({ kind: 'replay', file: 'a.jsonl' });
  });
});

describe('the driver’s own library and the processes that use it', () => {
  it('needs nothing but its name', () => {
    const { sources, holders } = exporterOf('sources: [nvml]\nholders: [processes]');
    expect(sources).toEqual([{ kind: 'nvml', sampleEveryMs: 500 }]);
    expect(holders).toEqual([
      { kind: 'processes', proc: '/proc', gpustat: '/run/gpustat', maxUsers: 1000 },
    ]);
  });

  it('takes the places of a container and of Slurm', () => {
    const { sources, holders } = exporterOf(`
sources: [{ nvml: { library: /driver/libnvidia-ml.so.1, sampleEvery: 250ms } }]
holders:
  - processes:
      library: /driver/libnvidia-ml.so.1
      proc: /host/proc
      gpustat: /var/run/gpustat
      jobMapping: /run/dcgm-job-map
      maxUsers: "50"
`);
    expect(sources).toEqual([
      { kind: 'nvml', library: '/driver/libnvidia-ml.so.1', sampleEveryMs: 250 },
    ]);
    expect(holders).toEqual([
      {
        kind: 'processes',
        library: '/driver/libnvidia-ml.so.1',
        proc: '/host/proc',
        gpustat: '/var/run/gpustat',
        jobMapping: '/run/dcgm-job-map',
        maxUsers: 50,
      },
    ]);
  });

  it('beside DCGM: the holder names the library', () => {
    const { holders } = exporterOf(
      'sources: [{ dcgm: { url: "http://a" } }]\nholders: [dcgmLabels, { processes: { library: /l } }]',
    );
    expect(holders).toMatchObject([{ kind: 'dcgmLabels' }, { kind: 'processes', library: '/l' }]);
  });
});

describe('exporter.holders and exporter.pods', () => {
  it('keeps the order that was written', () => {
    const written =
      'holders: [hosts, { podResources: { socket: /s } }, dcgmLabels]\nhosts: { a: { tenant: t } }';
    expect(exporterOf(written).holders).toEqual([
      { kind: 'hosts' },
      { kind: 'podResources', socket: '/s' },
      { kind: 'dcgmLabels' },
    ]);
  });

  it.each([
    ['pods: kubernetes', { kind: 'kubernetes' }],
    [
      'pods: { kubernetes: { kubeconfig: /k, context: c } }',
      { kind: 'kubernetes', kubeconfig: '/k', context: 'c' },
    ],
    ['pods: { file: pods.json }', { kind: 'file', file: 'pods.json' }],
    ['pods: none', { kind: 'none' }],
    ['holders: []', { kind: 'kubernetes' }],
    ['holders: [hosts]\nhosts: { a: { tenant: t } }', { kind: 'none' }],
    ['holders: [processes]', { kind: 'none' }],
    ['holders: [processes, hosts]\nhosts: { a: { tenant: t } }', { kind: 'none' }],
    ['holders: [podResources, processes]', { kind: 'kubernetes' }],
    ['holders: [processes]\npods: kubernetes', { kind: 'kubernetes' }],
    ['holders: [hosts, dcgmLabels]\nhosts: { a: { tenant: t } }', { kind: 'kubernetes' }],
  ])('%s', (section, pods) => expect(exporterOf(section).pods).toEqual(pods));
});

describe('exporter.resources and exporter.nodeLabels', () => {
  it('adds resources to the defaults', () => {
    const { resources } = exporterOf(
      'resources: [volcano.sh/vgpu-number, "example.com/gpu-*", nvidia.com/gpu]',
    );
    expect(new Set(resources).size).toBe(resources.length);
    const counted = [
      'nvidia.com/gpu',
      'nvidia.com/mig-1g.10gb',
      'volcano.sh/vgpu-number',
      'example.com/gpu-a',
    ];
    expect(counted.filter((name) => !isGpuResource(resources, name))).toEqual([]);
    const others = ['cpu', 'nvidia.com/gpus', 'example.com/fpga', 'volcano.sh/vgpu-number-2'];
    expect(others.filter((name) => isGpuResource(resources, name))).toEqual([]);
  });

  it('replaces a list of node labels that is given, and keeps the other', () => {
    expect(exporterOf('nodeLabels: { pool: [team/pool] }').nodeLabels).toEqual({
      pool: ['team/pool'],
      rack: ['topology.kubernetes.io/rack'],
    });
  });
});
