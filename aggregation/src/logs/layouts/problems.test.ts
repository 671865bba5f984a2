import type { ClusterSource } from '../clusterSource.js';
import type { ShapeName } from '../layout.js';
import { layoutsOf } from './layoutsOf.js';
import type { Mapping } from './testing.js';
import { capsOf } from './testing.js';

const GOOD: Mapping = {
  '@timestamp': 'date',
  log: 'text',
  'kubernetes.pod_name': 'keyword',
  'kubernetes.namespace_name': 'keyword',
  'kubernetes.labels.app': 'keyword',
};

const ONLY: ClusterSource = { kind: 'only', cluster: 'here' };

const problemsOf = (
  mappings: Readonly<Record<string, Mapping>>,
  shape: ShapeName | 'auto' = 'auto',
) => layoutsOf(capsOf(mappings), { shape, cluster: ONLY }).problems.map(({ text }) => text);

const without = (name: string): Mapping =>
  Object.fromEntries(Object.entries(GOOD).filter(([path]) => path !== name));

describe('problems', () => {
  it('are none where all is there', () => {
    expect(problemsOf({ a: GOOD })).toEqual([]);
  });

  it.each<[string, Mapping, RegExp]>([
    [
      'a text',
      { ...GOOD, 'kubernetes.pod_name': 'text' },
      /^a: "kubernetes\.pod_name" \(pod\) is text without a keyword/u,
    ],
    [
      'a map',
      { ...GOOD, 'kubernetes.host': 'flattened' },
      /^a: "kubernetes\.host" \(node\) is flattened, so/u,
    ],
    [
      'no labels',
      without('kubernetes.labels.app'),
      /^a: the records hold no pod labels \(kubernetes\.labels\)/u,
    ],
    [
      'no namespace',
      { ...without('kubernetes.namespace_name') },
      /^a: neither a namespace \(kubernetes\.namespace_name\) nor a host/u,
    ],
    ['no line', without('log'), /^a: no field holds the line \(log or message/u],
  ])('name the index and the field: %s', (_, mapping, problem) => {
    expect(problemsOf({ a: mapping })).toEqual([expect.stringMatching(problem)]);
  });

  it.each<[ShapeName, RegExp]>([
    ['otel', /^a: not otel records: no field is mapped for body\.text or .*body\.flattened\.\*;/u],
    [
      'ecs',
      /^a: not ecs records: no field is mapped for message or event\.original; kubernetes\.pod\.name or /u,
    ],
    ['journald', /^a: not journald records: .*MESSAGE/u],
    ['syslog', /^a: not syslog records: .*message or msg/u],
    [
      'fluentd',
      /^a: not fluentd records: no field is mapped for docker\.container_id or kubernetes\.namespace_labels\.\*/u,
    ],
  ])('say what a shape set by hand lacks: %s', (shape, problem) => {
    expect(problemsOf({ a: GOOD }, shape)).toEqual([expect.stringMatching(problem)]);
  });

  it('say what would do', () => {
    const [problem = ''] = problemsOf({ a: {} });
    expect(problem).toMatch(/choose a shape, or leave these indices out$/u);
  });

  it('that many indices share are told once, with the first few', () => {
    const names = Array.from({ length: 30 }, (_, at) => `logs-${at}`);
    const problems = problemsOf(Object.fromEntries(names.map((name) => [name, {}])));
    expect(problems).toEqual([expect.stringMatching(/^logs-0, logs-1, logs-2 and 27 more: /u)]);
  });

  it('that differ are told apart', () => {
    const other = { MESSAGE: 'text', _HOSTNAME: 'keyword' };
    expect(problemsOf({ a: {}, b: other, c: {} })).toEqual([
      expect.stringMatching(/^a, c: /u),
      expect.stringMatching(/^b: .*journald, which also needs @timestamp/u),
    ]);
  });
});
