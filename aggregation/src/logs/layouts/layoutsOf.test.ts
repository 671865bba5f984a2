import type { ClusterSource } from '../clusterSource.js';
import type { ShapeName } from '../layout.js';
import { layoutOfIndex } from './layoutOfIndex.js';
import { layoutsOf } from './layoutsOf.js';
import type { Mapping } from './testing.js';
import { capsOf } from './testing.js';

const ONLY: ClusterSource = { kind: 'only', cluster: 'here' };

const find = (
  mappings: Readonly<Record<string, Mapping>>,
  more: { shape?: ShapeName | 'auto'; cluster?: ClusterSource; keys?: readonly string[] } = {},
) => {
  const { layouts, problems } = layoutsOf(capsOf(mappings), {
    shape: 'auto',
    cluster: ONLY,
    ...more,
  });
  return { layouts, problems: problems.map(({ text }) => text) };
};

/** A text with the sub-field that default mappings add. */
const both = (path: string): Mapping => ({ [path]: 'text', [`${path}.keyword`]: 'keyword' });

const FLUENT_BIT: Mapping = {
  '@timestamp': 'date',
  log: 'text',
  stream: 'keyword',
  kubernetes: 'object',
  'kubernetes.pod_name': 'keyword',
  'kubernetes.namespace_name': 'keyword',
  'kubernetes.container_name': 'keyword',
  'kubernetes.host': 'keyword',
  'kubernetes.labels': 'flattened',
};

const DYNAMIC: Mapping = {
  '@timestamp': 'date',
  ...both('log'),
  ...both('stream'),
  kubernetes: 'object',
  ...both('kubernetes.pod_name'),
  ...both('kubernetes.namespace_name'),
  ...both('kubernetes.container_name'),
  ...both('kubernetes.host'),
};

const without = (mapping: Mapping, ...names: readonly string[]): Mapping =>
  Object.fromEntries(Object.entries(mapping).filter(([name]) => !names.includes(name)));

describe('the shape of an index', () => {
  const base = { '@timestamp': 'date', log: 'text', 'kubernetes.pod_name': 'keyword' };
  it.each<[string, string, Mapping, ShapeName]>([
    ['Fluent Bit', 'logstash-2026.11.21', base, 'fluent-bit'],
    ['KubeSphere 3', 'ks-logstash-log-2026.11.21', base, 'kubesphere'],
    ['KubeSphere 4', 'ks-whizard-logging-2026.11.21', base, 'kubesphere'],
    ['KubeSphere elsewhere', 'idc1:ks-logstash-log-2026.11.21', base, 'kubesphere'],
    ['KubeSphere’s data stream', '.ds-ks-whizard-logging-000001', base, 'kubesphere'],
    ['fluentd', 'f', { ...base, 'docker.container_id': 'keyword' }, 'fluentd'],
    ['fluentd', 'f', { ...base, 'kubernetes.namespace_labels': 'flattened' }, 'fluentd'],
    [
      'Filebeat',
      'filebeat-8',
      { '@timestamp': 'date', message: 'match_only_text', 'kubernetes.pod.name': 'keyword' },
      'ecs',
    ],
    [
      'Filebeat, whose template maps everything',
      'filebeat-8',
      {
        '@timestamp': 'date',
        message: 'match_only_text',
        'kubernetes.pod.name': 'keyword',
        'systemd.unit': 'keyword',
        'log.syslog.priority': 'long',
        'host.name': 'keyword',
      },
      'ecs',
    ],
    ['otel', 'logs-x.otel-default', { '@timestamp': 'date_nanos', 'body.text': 'text' }, 'otel'],
    [
      'otel with structured bodies only',
      'logs-x.otel-default',
      { '@timestamp': 'date_nanos', 'body.structured': 'flattened' },
      'otel',
    ],
    [
      'journald',
      'journald',
      { '@timestamp': 'date', MESSAGE: 'text', _HOSTNAME: 'keyword' },
      'journald',
    ],
    [
      'Filebeat’s journald input',
      'filebeat',
      {
        '@timestamp': 'date',
        message: 'text',
        'systemd.unit': 'keyword',
        'host.hostname': 'keyword',
      },
      'journald',
    ],
    [
      'rsyslog',
      'syslog',
      { '@timestamp': 'date', message: 'text', host: 'keyword', syslogtag: 'keyword' },
      'syslog',
    ],
  ])('%s (%s)', (_, index, mapping, shape) => {
    const { layouts } = find({ [index]: mapping });
    expect(layouts.map((layout) => layout.shape)).toEqual([shape]);
  });

  it('is what was set by hand, where the fields are there', () => {
    const { layouts, problems } = find({ 'my-logs': FLUENT_BIT }, { shape: 'kubesphere' });
    expect([layouts[0]?.shape, problems]).toEqual(['kubesphere', []]);
  });

  it('is refused by name where the fields are not there', () => {
    const { layouts, problems } = find({ 'my-logs': FLUENT_BIT }, { shape: 'otel' });
    expect(layouts).toEqual([]);
    expect(problems).toEqual([expect.stringMatching(/my-logs.*otel.*body\.text/u)]);
  });

  it('unknown: says which index, and what is missing to the nearest shape', () => {
    const { layouts, problems } = find({
      good: FLUENT_BIT,
      odd: without(FLUENT_BIT, '@timestamp'),
      'odd-2': without(FLUENT_BIT, '@timestamp'),
      empty: {},
    });
    expect(layouts.map(({ indices }) => indices)).toEqual([['good']]);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatch(/^odd, odd-2: .*fluent-bit.*@timestamp/u);
    expect(problems[1]).toMatch(/^empty: /u);
  });

  it('of no index at all is a problem', () => {
    expect(find({})).toEqual({ layouts: [], problems: ['the pattern names no index'] });
  });
});

describe('fields', () => {
  const roles = (mapping: Mapping) => find({ i: mapping }).layouts[0]?.roles;

  it('are asked by their sub-field under default mapping', () => {
    expect(roles(DYNAMIC)?.namespace).toEqual({
      path: 'kubernetes.namespace_name',
      exact: 'kubernetes.namespace_name.keyword',
      text: 'kubernetes.namespace_name',
      type: 'keyword',
    });
  });

  it('are asked as they are where they are keywords', () => {
    const path = 'kubernetes.namespace_name';
    expect(roles(FLUENT_BIT)?.namespace).toEqual({ path, exact: path, type: 'keyword' });
  });

  it('that are text only are reported, and not exact', () => {
    const { layouts, problems } = find({
      'logs-1': { ...FLUENT_BIT, 'kubernetes.namespace_name': 'text' },
    });
    expect(layouts[0]?.roles.namespace?.exact).toBeUndefined();
    expect(layouts[0]?.identity.namespaceName).toBeUndefined();
    expect(problems).toEqual([
      expect.stringMatching(/logs-1.*"kubernetes\.namespace_name".*text.*keyword/u),
    ]);
  });

  it('that can’t be searched are not exact', () => {
    const caps = capsOf({ i: FLUENT_BIT });
    const fields = new Map(caps.fields).set('kubernetes.pod_name', [
      { type: 'keyword', searchable: false, aggregatable: true },
    ]);
    const { layouts } = layoutsOf({ ...caps, fields }, { shape: 'auto', cluster: ONLY });
    expect(layouts[0]?.roles.pod?.exact).toBeUndefined();
  });

  it('hold the line: not the keyword beside it, which leaves long lines out', () => {
    expect(roles(DYNAMIC)?.message).toEqual({ path: 'log', text: 'log', type: 'text' });
    expect(roles({ ...FLUENT_BIT, log: 'keyword' })?.message.exact).toBe('log');
    expect(roles({ ...FLUENT_BIT, log: 'wildcard' })?.message.exact).toBe('log');
    const wildcard = { ...FLUENT_BIT, 'log.wildcard': 'wildcard' };
    expect(roles(wildcard)?.message).toMatchObject({ text: 'log', exact: 'log.wildcard' });
  });

  it('of other names are found as the store has them', () => {
    const mapping = { ...DYNAMIC, status: 'long', note: 'text', _id: '_id', _p: 'keyword' };
    const field = find({ i: mapping }).layouts[0]?.field;
    expect(field?.('status')).toEqual({ path: 'status', exact: 'status', type: 'long' });
    expect(field?.('stream.keyword')).toEqual(field?.('stream'));
    expect(field?.('stream')?.exact).toBe('stream.keyword');
    expect(field?.('_p')?.exact).toBe('_p');
    expect(['note', '_id', 'kubernetes', 'unknown'].map((name) => field?.(name))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('of the host are the machine’s, else the node’s', () => {
    const machine = {
      '@timestamp': 'date',
      MESSAGE: 'text',
      ...both('_HOSTNAME'),
    };
    expect(find({ i: machine }).layouts[0]?.identity.host).toBe('_HOSTNAME.keyword');
    expect(find({ i: FLUENT_BIT }).layouts[0]?.identity.host).toBe('kubernetes.host');
  });

  it('that merged JSON lines left at the root are known', () => {
    const mapping = { ...FLUENT_BIT, level: 'keyword', ...both('msg'), _p: 'keyword' };
    expect(find({ i: mapping }).layouts[0]?.merged).toEqual(['level', 'msg']);
    expect(find({ i: FLUENT_BIT }).layouts[0]?.merged).toBeUndefined();
  });
});

describe('several indices', () => {
  const indicesOf = (mappings: Readonly<Record<string, Mapping>>) =>
    find(mappings).layouts.map(({ indices }) => indices);

  it('that are alike have one layout, which holds for all that the pattern names', () => {
    expect(indicesOf({ a: FLUENT_BIT, b: FLUENT_BIT })).toEqual([undefined]);
  });

  it('whose fields have other types have layouts of their own', () => {
    const text = { ...FLUENT_BIT, 'kubernetes.namespace_name': 'text' };
    expect(indicesOf({ a: FLUENT_BIT, b: DYNAMIC, c: FLUENT_BIT, d: text })).toEqual([
      ['a', 'c'],
      ['b'],
      ['d'],
    ]);
  });

  it('of which one says the level have layouts of their own', () => {
    const leveled = { ...FLUENT_BIT, 'gpuscope.level': 'keyword' };
    expect(indicesOf({ a: FLUENT_BIT, b: leveled })).toEqual([['a'], ['b']]);
  });

  it('of which some lack what need not be there have one layout', () => {
    const more = { ...FLUENT_BIT, trace_id: 'keyword', 'gpuscope.app': 'keyword' };
    expect(indicesOf({ a: FLUENT_BIT, b: more, c: FLUENT_BIT })).toEqual([undefined]);
    expect(find({ a: FLUENT_BIT, b: more }).layouts[0]?.roles.app?.exact).toBe('gpuscope.app');
  });

  it('whose labels differ in type have layouts of their own', () => {
    const spelled = without(FLUENT_BIT, 'kubernetes.labels');
    const keyword = { ...spelled, 'kubernetes.labels.app': 'keyword' };
    const object = {
      ...spelled,
      'kubernetes.labels.app': 'object',
      'kubernetes.labels.app.kubernetes.io/name': 'keyword',
    };
    expect(indicesOf({ a: keyword, b: object, c: FLUENT_BIT, d: keyword })).toEqual([
      ['a', 'd'],
      ['b'],
      ['c'],
    ]);
  });

  it('are each in exactly one layout or problem', () => {
    const names = Array.from({ length: 40 }, (_, at) => `logs-${at}`);
    const kinds = [FLUENT_BIT, DYNAMIC, {}, { ...FLUENT_BIT, 'kubernetes.labels': 'object' }];
    const mappings = Object.fromEntries(names.map((name, at) => [name, kinds[at % 4] ?? {}]));
    const { layouts, problems } = find(mappings);
    const placed = layouts.flatMap(({ indices }) => indices ?? []);
    expect(new Set(placed).size).toBe(placed.length);
    expect(placed).toHaveLength(30);
    expect(problems[0]).toMatch(/and 7 more: the record shape is not known/u);
  });

  it('have shapes of their own', () => {
    const { layouts } = find({
      a: FLUENT_BIT,
      'ks-logstash-log-1': FLUENT_BIT,
      m: { '@timestamp': 'date', MESSAGE: 'text', _HOSTNAME: 'keyword' },
    });
    expect(layouts.map(({ shape }) => shape)).toEqual(['fluent-bit', 'kubesphere', 'journald']);
  });
});

describe('the cluster', () => {
  it('is a field where the source says so', () => {
    const cluster: ClusterSource = { kind: 'field', field: 'cluster' };
    const { layouts, problems } = find(
      { a: { ...FLUENT_BIT, cluster: 'keyword' }, b: FLUENT_BIT },
      { cluster },
    );
    expect(layouts.map(({ roles }) => roles.cluster?.exact)).toEqual(['cluster', undefined]);
    expect(problems).toEqual([expect.stringMatching(/^b: "cluster".*not mapped/u)]);
  });

  it('is reported where its field is text', () => {
    const { problems } = find(
      { a: { ...FLUENT_BIT, cluster: 'text' } },
      { cluster: { kind: 'field', field: 'cluster' } },
    );
    expect(problems).toEqual([expect.stringMatching(/"cluster" \(cluster\) is text/u)]);
  });
});

describe('what is missing', () => {
  it('labels', () => {
    const { problems } = find({ a: without(FLUENT_BIT, 'kubernetes.labels') });
    expect(problems).toEqual([expect.stringMatching(/^a: .*no pod labels.*kubernetes\.labels/u)]);
  });

  it('the line', () => {
    const { layouts, problems } = find({
      a: { ...without(FLUENT_BIT, 'log'), level: 'keyword', status: 'long' },
    });
    expect(layouts[0]?.roles.message.type).toBe('unmapped');
    expect(problems).toEqual([expect.stringMatching(/^a: no field holds the line.*Keep_Log/u)]);
  });

  it('whose records they are', () => {
    const { problems } = find({ a: { '@timestamp': 'date', 'body.text': 'text' } });
    expect(problems).toEqual([expect.stringMatching(/^a: neither a namespace/u)]);
  });
});

describe('names that every JavaScript object has', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', ''])(
    'are no fields and no labels of records: %j',
    (name) => {
      const [layout] = find({ a: DYNAMIC }).layouts;
      expect(layout).toBeDefined();
      expect(layout?.field(name)).toBeUndefined();
      expect(layout?.podLabel(name)).toBeUndefined();
      expect(layout?.podAnnotation(name)).toBeUndefined();
    },
  );
});

describe('layoutOfIndex', () => {
  const { layouts } = find({ a: FLUENT_BIT, b: DYNAMIC });

  it('finds the layout of a hit', () => {
    expect(layoutOfIndex('b', layouts)).toBe(layouts[1]);
    expect(layoutOfIndex('idc1:a', layouts)).toBe(layouts[0]);
    expect(layoutOfIndex('c', layouts)).toBeUndefined();
    expect(layoutOfIndex('a:c', layouts)).toBeUndefined();
  });

  it('tells indices of one name in two clusters apart', () => {
    const remote = find({ 'idc1:a': FLUENT_BIT, 'idc2:a': DYNAMIC }).layouts;
    expect(layoutOfIndex('idc2:a', remote)).toBe(remote[1]);
    expect(layoutOfIndex('idc3:a', remote)).toBeUndefined();
  });
});
