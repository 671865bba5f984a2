import { exporterText, problemsOf } from './testing.js';

const HEAD = 'version: 1\ncluster: c\n';
const inDcgm = (dcgm: string) => exporterText(`sources: [{ dcgm: ${dcgm} }]`);
const POD = 'pod: { namespace: gpu, selector: app=x, port: 9400 }';

/** A mistake, and what a newcomer is told: where, what is wrong, what is allowed. */
const MISTAKES: readonly (readonly [what: string, text: string, told: RegExp])[] = [
  ['nothing at all', '', /^gpuscope.yaml:1:1: version is missing; it must be 1.*$/],
  [
    'a list',
    '- x\n',
    /the file must be a mapping with the keys version, cluster, metrics, exporter/,
  ],
  [
    'no cluster',
    'version: 1\n',
    /cluster is missing; it must be the name of this cluster, such as idc1-prod/,
  ],
  [
    'a number for a text',
    'version: 1\ncluster: 7\n',
    /2:10: cluster must be .*\(put it in quotes\) \(it is 7\)/,
  ],
  ['a later version', 'version: 2\ncluster: c\n', /version must be 1.*\(it is 2\)/],
  [
    'a wrong top key',
    `${HEAD}Exporter: {}\n`,
    /3:1: Exporter is not a key .*did you mean "exporter"\?\); allowed: version/,
  ],
  [
    'a key without a value',
    `${HEAD}metrics: { url: }\n`,
    /3:\d+: metrics.url is empty; it must be an address/,
  ],
  ['a tab', `${HEAD}exporter:\n\tnode: x\n`, /4:1: the file is not YAML here: .*[Tt]abs/],
  ['a key twice', `${HEAD}cluster: d\n`, /3:1: the file has the key cluster twice; .*unique$/],
  [
    'a key twice, once in quotes',
    `${HEAD}metrics: { url: "http://a", 'url': "http://b" }\n`,
    /3:\d+: the file has the key 'url' twice; .*unique$/,
  ],
  [
    'a binary file',
    `\u007fELF\u0002\u0001\u0000${'{\u0000\u0001@[: '.repeat(2000)}`,
    /^gpuscope.yaml:1:\d+: the file is not YAML here: [\p{L}\p{M}\p{N}\p{P}\p{S} ]{1,280}$/u,
  ],
  [
    '${} inside braces',
    `${HEAD}exporter: { node: \${NODE} }\n`,
    /not YAML here: .*write "\$\{NAME\}" .* in quotes/,
  ],
  [
    'a default in ${}',
    exporterText('node: "${NODE:-x}"'),
    /exporter.node holds \$\{NODE:-x\}; write \$\{NAME\}/,
  ],
  [
    'a bare number as duration',
    exporterText('interval: 15'),
    /exporter.interval must be a duration such as 15s, 1m30s or 500ms, from 1s to 10m \(it is 15\)/,
  ],
  [
    'too long an interval',
    exporterText('interval: 1h'),
    /exporter.interval must be .* from 1s to 10m \(it is "1h"\)/,
  ],
  [
    'dropping before reading',
    exporterText('interval: 30s\ndropAfter: 20s'),
    /5:14: exporter.dropAfter must not be shorter than the interval \(30s\)/,
  ],
  [
    'a port alone',
    exporterText('listen: "9410"'),
    /exporter.listen must be an address to listen on, such as ":9410"/,
  ],
  [
    'a port too large',
    exporterText('listen: ":70000"'),
    /with a port up to 65535 \(it is ":70000"\)/,
  ],
  [
    'yes for true',
    exporterText('passthrough: yes'),
    /exporter.passthrough must be true or false \(it is "yes"\)/,
  ],
  [
    'what is not built yet',
    exporterText('passthrough: true'),
    /exporter.passthrough must be false: .* not built yet/,
  ],
  [
    'one source, no list',
    exporterText('sources: { dcgm: {} }'),
    /exporter.sources must be a list of sources, each of them \{dcgm: …\}, \{nvml: …\} or \{replay: …\}/,
  ],
  [
    'a misspelt source',
    exporterText('sources: [{ dgcm: {} }]'),
    /exporter.sources\[0\] names no known source \(did you mean "dcgm"\?\); known sources: dcgm, nvml, replay/,
  ],
  [
    'nvml twice',
    exporterText('sources: [nvml, { nvml: { sampleEvery: 1s } }]'),
    /sources\[1\] names nvml a second time: one look at the driver sees all GPUs/,
  ],
  [
    'samples that come later than cycles',
    exporterText('interval: 2s\nsources: [{ nvml: { sampleEvery: 3s } }]'),
    /5:\d+: exporter.sources\[0\].nvml.sampleEvery must not be longer than the interval \(2s\).*\(it is "3s"\)/,
  ],
  [
    'samples too often',
    exporterText('sources: [{ nvml: { sampleEvery: 10ms } }]'),
    /nvml.sampleEvery must be a duration .* from 100ms to 10s \(it is "10ms"\)/,
  ],
  [
    'an address for nvml',
    exporterText('sources: [{ nvml: { url: "http://a" } }]'),
    /nvml.url is not a key that is known here; allowed: library, sampleEvery/,
  ],
  [
    'two libraries',
    exporterText(
      'sources: [{ nvml: { library: /a.so.1 } }]\nholders: [dcgmLabels, { processes: { library: /b.so.1 } }]',
    ),
    /5:\d+: exporter.holders\[1\].processes.library must be the source's, \/a.so.1: .* leave it out here \(it is "\/b.so.1"\)/,
  ],
  [
    'a library for processes alone, beside nvml',
    exporterText('sources: [nvml]\nholders: [{ processes: { library: /b.so.1 } }]'),
    /processes.library must be the source's, which names none: .* name it there/,
  ],
  [
    'two sources in one entry',
    exporterText(`sources: [{ dcgm: { ${POD} }, replay: { file: x } }]`),
    /must name one source, and names dcgm and replay/,
  ],
  [
    'an empty entry',
    exporterText('sources: [{}]'),
    /sources\[0\] must name one source; known sources: dcgm, nvml, replay/,
  ],
  [
    'dcgm without a place',
    inDcgm('{}'),
    /sources\[0\].dcgm must hold pod .* or url .*, one of them/,
  ],
  [
    'dcgm with two places',
    inDcgm(`{ ${POD}, url: "http://a" }`),
    /must hold pod .* or url .*, one of them/,
  ],
  [
    'a missing port',
    inDcgm('{ pod: { namespace: a, selector: b } }'),
    /4:\d+: exporter.sources\[0\].dcgm.pod.port is missing; it must be a port from 1 to 65535/,
  ],
  [
    'a Service instead of a pod',
    inDcgm('{ service: x }'),
    /dcgm.service is not a key that is known here; allowed: pod, url, auth/,
  ],
  [
    'a selector as a mapping',
    inDcgm('{ pod: { namespace: a, selector: { app: x }, port: 1 } }'),
    /pod.selector must be a label selector such as app=nvidia-dcgm-exporter$/,
  ],
  [
    'a path without a slash',
    inDcgm('{ pod: { namespace: a, selector: b, port: 1, path: metrics } }'),
    /pod.path must be a path that begins with \/ \(it is "metrics"\)/,
  ],
  [
    'an address without http',
    inDcgm('{ url: "10.0.0.7:9400" }'),
    /dcgm.url must be an address such as .* beginning with http:\/\//,
  ],
  [
    'a size without a unit',
    inDcgm(`{ ${POD}, maxBody: 16 }`),
    /maxBody must be a size such as 16MiB/,
  ],
  [
    'a password in the file',
    inDcgm(`{ ${POD}, auth: { basic: { user: a, password: hunter2 } } }`),
    /basic.password is not a key .*did you mean "passwordFile"/,
  ],
  [
    'two ways to log in',
    inDcgm(`{ ${POD}, auth: { bearerTokenFile: a, basic: { user: a, passwordFile: b } } }`),
    /auth must hold bearerTokenFile or basic/,
  ],
  [
    'half a certificate',
    inDcgm(`{ ${POD}, auth: { tls: { certFile: a } } }`),
    /auth.tls.keyFile is missing; a client certificate needs both/,
  ],
  [
    'certificates without https',
    inDcgm('{ url: "http://a", auth: { tls: { caFile: a } } }'),
    /dcgm holds auth.tls, so url must begin with https/,
  ],
  [
    'certificates and scheme http',
    inDcgm(
      '{ pod: { namespace: a, selector: b, port: 1, scheme: http }, auth: { tls: { caFile: a } } }',
    ),
    /pod.scheme must be https/,
  ],
  [
    'a host name with a space',
    inDcgm(`{ ${POD}, hostnames: ["a b"] }`),
    /hostnames\[0\] must be a host name \(it is "a b"\)/,
  ],
  [
    'a replay without a file',
    exporterText('sources: [replay]'),
    /replay.file is missing; it must be the path of a file/,
  ],
  [
    'a holder that is planned',
    exporterText('holders: [annotations, podResources]'),
    /holders\[0\] names the holder annotations, which does not exist yet; known holders: podResources, dcgmLabels, hosts, processes/,
  ],
  [
    'a misspelt holder',
    exporterText('holders: [pod-resources]'),
    /holders\[0\] names no known holder \(did you mean "podResources"\?\)/,
  ],
  [
    'a holder twice',
    exporterText('holders: [dcgmLabels, { dcgmLabels: {} }]'),
    /holders\[1\] names dcgmLabels a second time/,
  ],
  [
    'a key too many in a holder',
    exporterText('holders: [{ podResources: { path: x } }]'),
    /podResources.path is not a key that is known here; allowed: socket/,
  ],
  [
    'a /proc that hangs on where the program was started',
    exporterText('holders: [{ processes: { proc: host/proc } }]'),
    /processes.proc must be the path of a folder, from the root \(it is "host\/proc"\)/,
  ],
  [
    'no users',
    exporterText('holders: [{ processes: { maxUsers: 0 } }]'),
    /processes.maxUsers must be a number of users from 1 to 100000 \(it is "?0"?\)/,
  ],
  [
    'a key too many in processes',
    exporterText('holders: [{ processes: { slurm: true } }]'),
    /processes.slurm is not a key .* allowed: library, proc, gpustat, jobMapping, maxUsers/,
  ],
  [
    'pods from nowhere',
    exporterText('pods: k8s'),
    /exporter.pods names no known pod source; known pod sources: kubernetes, file, none/,
  ],
  [
    'a pods file without a name',
    exporterText('pods: { file: }'),
    /exporter.pods.file is empty; it must be the path of a file/,
  ],
  [
    'a label key with a space',
    exporterText('nodeLabels: { pool: ["node pool"] }'),
    /nodeLabels.pool\[0\] must be a label key such as karpenter.sh\/nodepool/,
  ],
  [
    'a resource without a domain',
    exporterText('resources: [gpu]'),
    /resources\[0\] must be a resource name such as nvidia.com\/vgpu/,
  ],
  [
    'a tenant from a pod',
    `${HEAD}identity: { tenant: [{ from: pod.label, key: tenant }] }\n`,
    /identity.tenant\[0\].from can't be pod.label "tenant" for a tenant: whoever creates a pod writes it; allowed are namespace.name/,
  ],
  [
    'a tenant from a job',
    `${HEAD}identity: { tenant: [{ from: slurm.job }] }\n`,
    /identity.tenant\[0\].from can't be slurm.job for a tenant: each job has a number of its own; allowed are .*slurm.account/,
  ],
  [
    'a key for a user',
    `${HEAD}identity: { user: [{ from: process.user, key: name }] }\n`,
    /user\[0\].key has no meaning with from: process.user/,
  ],
  [
    'a misspelt from',
    `${HEAD}identity: { app: [{ from: pod.labels, key: app }] }\n`,
    /app\[0\].from must be one of .*\(did you mean "pod.label"\?\)/,
  ],
  [
    'a label without a key',
    `${HEAD}identity: { app: [{ from: pod.label }] }\n`,
    /3:\d+: identity.app\[0\].key is missing: name the label that from: pod.label reads/,
  ],
  [
    'a pattern without a capture',
    `${HEAD}identity: { app: [{ from: pod.name, match: "^x" }] }\n`,
    /app\[0\].match has 0 captures; exactly one is needed.*\(it is "\^x"\)/,
  ],
  [
    'a pattern that explodes',
    `${HEAD}identity: { user: [{ from: pod.name, match: "^(a+)+$" }] }\n`,
    /user\[0\].match repeats \(\+\) a group/,
  ],
  [
    'rules that are no list',
    `${HEAD}identity: { app: { from: pod.owner } }\n`,
    /identity.app must be a list of rules \{from, key, match\}, from one of namespace.name/,
  ],
  [
    'logs that are no mapping',
    `${HEAD}logs: none\n`,
    /logs must be a mapping, or be left out \(it is "none"\)/,
  ],
];

describe('a mistake in gpuscope.yaml', () => {
  it.each(MISTAKES)('%s', (_, text, told) => {
    const lines = problemsOf(text, { env: { NODE: 'x' } });
    expect(lines.filter((line) => told.test(line))).toHaveLength(1);
    expect(lines.every((line) => /^gpuscope\.yaml:\d+:\d+: \S+/.test(line))).toBe(true);
  });

  it('is told alone: nothing else is made of it', () => {
    const noisy = MISTAKES.filter(([, text]) => problemsOf(text).length > 1).map(([what]) => what);
    // An empty file lacks two things; an unknown name leaves what it should have been missing, too.
    expect(noisy).toEqual([
      'nothing at all',
      'a Service instead of a pod',
      'a password in the file',
    ]);
  });

  it('does not show what may be a secret', () => {
    const secret = 'hunter2';
    const texts = [
      inDcgm(`{ url: "https://gpuscope:${secret}@10.0.0.7/metrics" }`),
      inDcgm(`{ ${POD}, auth: { basic: { user: a, password: ${secret} } } }`),
    ];
    for (const text of texts) {
      const lines = problemsOf(text);
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.join('\n')).not.toContain(secret);
    }
  });

  it('is shortened where the value is long', () => {
    const [line = ''] = problemsOf(`version: 1\ncluster: ${'x'.repeat(5000)}\n`);
    expect(line.length).toBeLessThan(300);
  });

  it('does not keep a huge file from being refused', () => {
    expect(problemsOf(`# ${'x'.repeat(2 ** 20)}\n`)).toEqual([
      expect.stringContaining('at most 1048576'),
    ]);
  });
});
