import { layoutFor, hitOf, HERE, readOne } from './testing.js';
import { readRecord } from './readRecord.js';

const AT = BigInt(Date.UTC(2026, 10, 21, 8)) * 1_000_000n;

/** Records as docs/logs/shapes has them. */
const FLUENT_BIT = {
  '@timestamp': '2026-11-21T08:00:00.123Z',
  log: 'step 300 loss 1.92\n',
  stream: 'stdout',
  kubernetes: {
    pod_name: 'bert-7d4b9c6f5-x2x9p',
    namespace_name: 'team-nlp',
    container_name: 'train',
    host: 'gpu-3',
    pod_id: '5e0f',
    docker_id: '9b1c',
    labels: { 'app.kubernetes.io/name': 'bert' },
  },
};

const KUBESPHERE = {
  '@timestamp': '2026-11-21T08:00:00.012Z',
  log: '显存不足\n',
  time: '2026-11-21T08:00:00.12345678Z',
  kubernetes: {
    pod_name: 'bert-7d4b9c6f5-x2x9p',
    namespace_name: 'team-nlp',
    container_name: 'train',
    docker_id: '9b1c',
  },
};

const FLUENTD = {
  '@timestamp': '2026-11-21T08:00:00.123456789+00:00',
  log: 'ready\n',
  stream: 'stderr',
  docker: { container_id: '9b1c' },
  kubernetes: {
    pod_name: 'web-0',
    namespace_name: 'team-web',
    container_name: 'app',
    host: 'cpu-1',
    labels: { app: 'web' },
    namespace_labels: { 'kubesphere.io/workspace': 'web' },
  },
};

const ECS = {
  '@timestamp': '2026-11-21T08:00:00.123Z',
  message: 'GET /v1/models 200',
  log: { level: 'info', offset: 182_734, file: { path: '/var/log/containers/a.log' } },
  stream: 'stdout',
  kubernetes: {
    namespace: 'team-web',
    pod: { name: 'vllm-0', uid: '5e0f' },
    container: { name: 'server' },
    node: { name: 'gpu-3' },
    labels: { 'app_kubernetes_io/name': 'vllm' },
  },
  host: { name: 'gpu-3.example.com' },
  container: { id: '9b1c' },
  orchestrator: { cluster: { name: 'idc1' } },
  trace: { id: '4bf9' },
};

const OTEL = {
  '@timestamp': '2026-11-21T08:00:00.123456789Z',
  body: { text: 'request failed' },
  severity_text: 'ERROR',
  severity_number: 17,
  trace_id: '4bf9',
  span_id: '00f0',
  resource: {
    attributes: {
      'k8s.namespace.name': 'team-web',
      'k8s.pod.name': 'vllm-0',
      'k8s.container.name': 'server',
      'k8s.node.name': 'gpu-3',
      'k8s.pod.label.app.kubernetes.io/name': 'vllm',
      'k8s.cluster.name': 'idc1',
    },
  },
};

const JOURNALD = {
  '@timestamp': '2026-11-21T08:00:00.123456Z',
  MESSAGE: 'Started ocr-batch.service.',
  PRIORITY: '6',
  _HOSTNAME: 'gpu-vm-7',
  _SYSTEMD_UNIT: 'ocr-batch.service',
  SYSLOG_IDENTIFIER: 'systemd',
};

const SYSLOG = {
  '@timestamp': '2026-11-21T08:00:00.123456+08:00',
  host: 'gpu-vm-7',
  severity: 'err',
  facility: 'daemon',
  syslogtag: 'ocr[812]:',
  programname: 'ocr',
  message: ' CUDA error: out of memory',
};

describe('the documented records', () => {
  it('fluent-bit', () => {
    expect(readOne(FLUENT_BIT)).toMatchObject({
      id: 'synthetic-logs/1',
      shape: 'fluent-bit',
      timeNs: AT + 123_000_000n,
      line: 'step 300 loss 1.92',
      namespace: 'team-nlp',
      pod: 'bert-7d4b9c6f5-x2x9p',
      container: 'train',
      host: 'gpu-3',
      stream: 'stdout',
      cluster: 'here',
      unit: '',
      app: '',
    });
    expect(readOne(FLUENT_BIT)).not.toHaveProperty('level');
  });

  it('kubesphere', () => {
    expect(readOne(KUBESPHERE, { index: 'ks-logstash-log-2026.11.21' })).toMatchObject({
      shape: 'kubesphere',
      timeNs: AT + 12_345_678n,
      line: '显存不足',
      host: '',
      stream: '',
    });
  });

  it('fluentd', () => {
    expect(readOne(FLUENTD)).toMatchObject({
      shape: 'fluentd',
      timeNs: AT + 123_456_789n,
      line: 'ready',
      stream: 'stderr',
      host: 'cpu-1',
    });
  });

  it('ecs', () => {
    const cluster = { kind: 'field', field: 'orchestrator.cluster.name' } as const;
    expect(readOne(ECS, { cluster })).toMatchObject({
      shape: 'ecs',
      line: 'GET /v1/models 200',
      level: 'info',
      levelFrom: 'field',
      offset: 182_734,
      cluster: 'idc1',
      namespace: 'team-web',
      pod: 'vllm-0',
      container: 'server',
      host: 'gpu-3',
      traceId: '4bf9',
    });
  });

  it('otel', () => {
    expect(readOne(OTEL)).toMatchObject({
      shape: 'otel',
      timeNs: AT + 123_456_789n,
      line: 'request failed',
      level: 'error',
      levelFrom: 'field',
      traceId: '4bf9',
      spanId: '00f0',
      host: 'gpu-3',
    });
  });

  it('journald', () => {
    expect(readOne(JOURNALD)).toMatchObject({
      shape: 'journald',
      timeNs: AT + 123_456_000n,
      level: 'info',
      levelFrom: 'field',
      pod: '',
      host: 'gpu-vm-7',
      unit: 'ocr-batch.service',
    });
  });

  it('syslog', () => {
    expect(readOne(SYSLOG)).toMatchObject({
      shape: 'syslog',
      timeNs: AT + 123_456_000n - 8n * 3_600_000_000_000n,
      line: ' CUDA error: out of memory',
      level: 'error',
      host: 'gpu-vm-7',
      unit: 'ocr',
    });
  });

  it.each([
    ['fluent-bit', FLUENT_BIT],
    ['ecs', ECS],
    ['otel', OTEL],
  ])('%s, with every field’s name written with dots', (_, source) => {
    const dotted = Object.fromEntries(leaves(source));
    const layout = layoutFor([source]);
    const options = { columns: ['label.app.kubernetes.io/name'], maxLineChars: 100 };
    expect(readRecord(hitOf(dotted), layout, HERE, options)).toEqual(
      readRecord(hitOf(source), layout, HERE, options),
    );
  });
});

function leaves(value: object, prefix = ''): [string, never][] {
  return Object.entries(value).flatMap(([key, one]: [string, unknown]) =>
    typeof one === 'object' && one !== null
      ? leaves(one, `${prefix}${key}.`)
      : [[prefix + key, one as never]],
  );
}

describe('lines', () => {
  const lineOf = (log: string, maxLineChars = 100) =>
    readOne({ ...FLUENT_BIT, log }, { maxLineChars });

  it.each([
    ['a line break at the end', 'text\n', 'text'],
    ['a carriage return before it', 'text\r\n', 'text'],
    ['only the last line break', 'text\n\n', 'text\n'],
    ['blanks', '  text  ', '  text  '],
    ['nothing', '', ''],
    ['colours', '\u001b[31mred\u001b[0m', '\u001b[31mred\u001b[0m'],
    ['replaced bytes', 'name is \uFFFDp', 'name is \uFFFDp'],
  ])('with %s', (_, log, line) => {
    expect(lineOf(log).line).toBe(line);
  });

  it('too long are cut by whole characters, and say by how many', () => {
    expect(lineOf('显存😀'.repeat(50), 10)).toMatchObject({
      line: '显存😀显存😀显存😀显',
      cut: 140,
    });
  });

  it('of a container runtime lose what it put before them', () => {
    const source = {
      '@timestamp': '2026-11-21T08:00:00.123Z',
      kubernetes: FLUENT_BIT.kubernetes,
      log: '2026-11-21T16:00:00.123456789+08:00 stderr F WARN late\n',
    };
    expect(readOne(source)).toMatchObject({
      line: 'WARN late',
      level: 'warning',
      stream: 'stderr',
      timeNs: AT + 123_456_789n,
    });
  });

  it('that were merged into the record and dropped are put together again', () => {
    const { log, ...rest } = FLUENT_BIT;
    const source = { ...rest, level: 'error', msg: 'gone', user: { id: 42 } };
    const record = readOne(source, { others: [{ ...rest, log }] });
    expect(record).toMatchObject({ level: 'error', levelFrom: 'line', message: 'gone' });
    expect(JSON.parse(record.line)).toEqual({ level: 'error', msg: 'gone', user: { id: 42 } });
    expect(record.extra.get('user.id')).toBe(42);
  });

  it('that were merged into the record and kept are shown as they were', () => {
    const log = '{"level": "error",  "msg": "gone"}\n';
    const record = readOne({ ...FLUENT_BIT, log, level: 'error', msg: 'gone' });
    expect(record).toMatchObject({ line: log.trim(), level: 'error', message: 'gone' });
  });

  it('that a shipper calls message are shown as they are', () => {
    const { log, ...rest } = FLUENT_BIT;
    const others = [{ ...rest, log }];
    expect(readOne({ ...rest, message: 'WARN late\n' }, { others })).toMatchObject({
      line: 'WARN late',
      level: 'warning',
    });
    expect(readOne({ ...rest, message: 'INFO in time\n' }).line).toBe('INFO in time');
  });

  it('beside which a shipper wrote something of its own keep what they say', () => {
    const source = { ...FLUENT_BIT, log: 'WARN late\n', site: 'idc1' };
    expect(readOne(source)).toMatchObject({ line: 'WARN late', level: 'warning' });
    expect(readOne(source).extra.get('site')).toBe('idc1');
  });

  it('of a structured body are its JSON', () => {
    const { body, ...rest } = OTEL;
    const source = { ...rest, body: { structured: { event: 'gone', code: 5 } } };
    const record = readOne(source, { others: [{ ...rest, body }] });
    expect(JSON.parse(record.line)).toEqual({ event: 'gone', code: 5 });
    expect(record.extra.get('code')).toBe(5);
  });

  it('that are JSON give their level, words, trace and fields', () => {
    const log = '{"level":"WARN","msg":"late","trace_id":"4bf9","span_id":"00f0","user_id":42}\n';
    const record = lineOf(log);
    expect(record).toMatchObject({
      line: log.trim(),
      level: 'warning',
      levelFrom: 'line',
      message: 'late',
      traceId: '4bf9',
      spanId: '00f0',
    });
    expect(record.extra.get('user_id')).toBe(42);
  });

  it('that are JSON of no known level have none, whatever words are in them', () => {
    expect(lineOf('{"msg":"ERROR in the text"}')).not.toHaveProperty('level');
  });

  it('that are missing are empty', () => {
    const { log, ...rest } = FLUENT_BIT;
    expect(readOne(rest, { others: [{ ...rest, log }] }).line).toBe('');
  });
});

describe('levels', () => {
  it('of a field come before what the line says', () => {
    const source = { ...FLUENT_BIT, log: 'INFO fine', gpuscope: { level: 'error', app: 'bert' } };
    expect(readOne(source)).toMatchObject({ level: 'error', levelFrom: 'field', app: 'bert' });
  });

  it('of a field that says nothing known are read from the line', () => {
    const source = { ...ECS, message: 'WARN late', log: { level: 'purple', offset: 1 } };
    expect(readOne(source)).toMatchObject({ level: 'warning', levelFrom: 'line' });
  });

  it('of OpenTelemetry are its number where it has no word', () => {
    const { severity_text, ...rest } = OTEL;
    expect(readOne(rest, { others: [{ ...rest, severity_text }] }).level).toBe('error');
  });
});

describe('times', () => {
  it('that can’t be read are what the store sorted by, or the epoch', () => {
    const source = { ...FLUENT_BIT, '@timestamp': 'soon' };
    const layout = layoutFor([FLUENT_BIT]);
    const options = { columns: [], maxLineChars: 10 };
    const sorted = { ...hitOf(source), sort: [1_763_712_000_123, 5] };
    expect(readRecord(sorted, layout, HERE, options).timeNs).toBe(1_763_712_000_123_000_000n);
    expect(readRecord(hitOf(source), layout, HERE, options).timeNs).toBe(0n);
  });

  it('of KubeSphere that disagree are the trusted one', () => {
    const source = { ...KUBESPHERE, time: '2026-11-21T09:30:00.5Z' };
    expect(readOne(source, { index: 'ks-logstash-log-1' }).timeNs).toBe(AT + 12_000_000n);
  });
});

describe('clusters', () => {
  it('are told by the index', () => {
    const cluster = { kind: 'index', match: '^([^:]+):' } as const;
    const layout = layoutFor([FLUENT_BIT]);
    const options = { columns: [], maxLineChars: 10 };
    const of = (index: string) =>
      readRecord(hitOf(FLUENT_BIT, index), layout, cluster, options).cluster;
    expect([of('idc1:synthetic-logs'), of('synthetic-logs')]).toEqual(['idc1', '']);
  });

  it('are empty where the field is missing', () => {
    const cluster = { kind: 'field', field: 'cluster' } as const;
    expect(readOne(FLUENT_BIT, { cluster }).cluster).toBe('');
  });
});

describe('columns', () => {
  it('are roles, labels, annotations and fields', () => {
    const source = { ...FLUENT_BIT, kubernetes: { ...FLUENT_BIT.kubernetes, pod_ip: '10.0.0.1' } };
    const columns = [
      'podUid',
      'label.app.kubernetes.io/name',
      'kubernetes.pod_ip',
      'label.none',
      'unknown',
    ];
    expect([...readOne(source, { columns }).extra]).toEqual([
      ['podUid', '5e0f'],
      ['label.app.kubernetes.io/name', 'bert'],
      ['kubernetes.pod_ip', '10.0.0.1'],
    ]);
  });

  it('find a label however it is spelled', () => {
    const columns = ['label.app.kubernetes.io/name'];
    expect(readOne(ECS, { columns }).extra.get(columns[0] ?? '')).toBe('vllm');
    expect(readOne(OTEL, { columns }).extra.get(columns[0] ?? '')).toBe('vllm');
  });
});

it('a machine’s record has its host, a pod’s its node', () => {
  expect(readOne(ECS).host).toBe('gpu-3');
  const { kubernetes, ...rest } = ECS;
  expect(readOne(rest, { others: [{ ...rest, kubernetes }] })).toMatchObject({
    pod: '',
    host: 'gpu-3.example.com',
  });
});
