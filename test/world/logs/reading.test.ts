import type { ClusterSource, Hit, Layout, LogRecord } from '@gpuscope/aggregation/logs';
import { layoutOfIndex, layoutsOf, readRecord, sourcePaths } from '@gpuscope/aggregation/logs';
import { capsOf, dynamicMapping } from '../../../aggregation/src/logs/layouts/testing.js';
import { createLogHistory, SHIPMENTS, type LogTruth, type Shipment } from './index.js';

const FROM = Date.UTC(2026, 9, 1, 8);
const TRUTHS = [...createLogHistory({ fromMs: FROM, toMs: FROM + 7_200_000, count: 600 })];
const CLUSTER: ClusterSource = { kind: 'only', cluster: 'here' };

interface Read {
  readonly truth: LogTruth;
  readonly record: LogRecord;
  readonly layout: Layout;
  readonly hit: Hit;
}

/** Every line of a shipment, read back through layouts that were found from the mapping it makes. */
function readAll(name: Shipment): readonly Read[] {
  const shipped = TRUTHS.flatMap((truth, at) => {
    const record = SHIPMENTS[name](truth);
    return record === undefined ? [] : [{ truth, hit: { ...record, id: String(at), sort: [] } }];
  });
  const indices = [...new Set(shipped.map(({ hit }) => hit.index))];
  const caps = capsOf(
    Object.fromEntries(
      indices.map((index) => [
        index,
        dynamicMapping(
          shipped.filter(({ hit }) => hit.index === index).map(({ hit }) => hit.source),
        ),
      ]),
    ),
  );
  const { layouts } = layoutsOf(caps, { shape: 'auto', cluster: CLUSTER });
  return shipped.map(({ truth, hit }) => {
    const layout = layoutOfIndex(hit.index, layouts);
    if (layout === undefined) throw new Error(`${hit.index} has no layout`);
    const record = readRecord(hit, layout, CLUSTER, { columns: [], maxLineChars: 100_000 });
    return { truth, record, layout, hit };
  });
}

const NAMES = Object.keys(SHIPMENTS) as readonly Shipment[];
const read = new Map(NAMES.map((name) => [name, readAll(name)]));
const of = (name: Shipment) => read.get(name) ?? [];

const SHAPES: Readonly<Record<Shipment, string>> = {
  'fluent-bit': 'fluent-bit',
  'fluent-bit-underscores': 'fluent-bit',
  'fluent-bit-merged': 'fluent-bit',
  'fluent-bit-gpuscope': 'fluent-bit',
  'fluent-bit-gpuscope-underscores': 'fluent-bit',
  kubesphere: 'kubesphere',
  'kubesphere-whizard': 'kubesphere',
  fluentd: 'fluentd',
  'fluentd-dotted': 'fluentd',
  'fluentd-underscores': 'fluentd',
  filebeat: 'ecs',
  otel: 'otel',
  'otel-ecs': 'ecs',
  journald: 'journald',
  syslog: 'syslog',
};

const whereabouts = ({ source, stream }: LogTruth, hasNode: boolean) =>
  source.kind === 'pod'
    ? [stream, source.namespace, source.pod, source.container, hasNode ? source.node : '']
    : [stream, '', '', '', source.host];

describe.each(NAMES)('the site’s lines shipped as %s', (name) => {
  it('are found to have their shape', () => {
    expect(new Set(of(name).map(({ layout }) => layout.shape))).toEqual(new Set([SHAPES[name]]));
  });

  it('come back as they were written', () => {
    expect(of(name).length).toBeGreaterThan(10);
    const lines = of(name).map(({ record }) => record.line);
    expect(lines).toEqual(of(name).map(({ truth }) => truth.line));
  });

  it('come back from where they were written', () => {
    const isKubesphere = SHAPES[name] === 'kubesphere';
    const hasStream = !isKubesphere && SHAPES[name] !== 'syslog' && SHAPES[name] !== 'journald';
    const found = of(name).map(({ record }) => {
      const { cluster, namespace, pod, container, host, stream } = record;
      return [cluster, namespace, pod, container, host, ...(hasStream ? [stream] : [])];
    });
    expect(found).toEqual(
      of(name).map(({ truth }) => {
        const [stream = '', ...places] = whereabouts(truth, !isKubesphere);
        return ['here', ...places, ...(hasStream ? [stream] : [])];
      }),
    );
  });

  it('keep their times as far as the record has them', () => {
    const [nanos, micros] = [['fluentd', 'otel', 'journald', 'gpuscope', 'kubesphere'], ['syslog']];
    const fits = (names: readonly string[]) => names.some((part) => name.includes(part));
    const step = fits(nanos) ? 1n : fits(micros) ? 1000n : 1_000_000n;
    const times = of(name).map(({ record }) => record.timeNs);
    expect(times).toEqual(of(name).map(({ truth }) => (truth.timeNs / step) * step));
  });

  it('are given the level that they say they have', () => {
    const spoken = of(name).filter(({ truth }) => truth.level !== undefined);
    const wrong = spoken.filter(({ truth, record }) => {
      // Syslog's scale and most mappings of it end at debug.
      const isCoarse = record.levelFrom === 'field' && truth.level === 'trace';
      return record.level !== truth.level && !(isCoarse && record.level === 'debug');
    });
    expect(wrong.map(({ truth, record }) => [truth.line, truth.level, record.level])).toEqual([]);
  });

  it('need no more of the record than is fetched', () => {
    for (const { record, layout, hit } of of(name).slice(0, 200)) {
      const paths = sourcePaths(layout, []);
      const kept = { ...hit, source: pick(hit.source, paths) };
      expect(readRecord(kept, layout, CLUSTER, { columns: [], maxLineChars: 100_000 })).toEqual(
        record,
      );
    }
  });
});

type Source = Hit['source'];

/** What a store's `_source` filter leaves. */
function pick(source: Source, paths: readonly string[], prefix = ''): Source {
  return Object.fromEntries(
    Object.entries(source).flatMap(([key, value]): (readonly [string, Source[string]])[] => {
      const path = prefix + key;
      if (paths.includes(path)) return [[key, value]];
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
      const inner = pick(value as Source, paths, `${path}.`);
      return Object.keys(inner).length === 0 ? [] : [[key, inner]];
    }),
  );
}

describe('labels of the site’s pods', () => {
  const LABELLED = NAMES.filter(
    (name) =>
      !name.startsWith('kubesphere') && SHAPES[name] !== 'journald' && SHAPES[name] !== 'syslog',
  );

  it.each(LABELLED)('%s: each pod’s label is at the field that is asked', (name) => {
    const checked = new Set<string>();
    for (const { truth, layout, hit } of of(name)) {
      if (truth.source.kind !== 'pod') continue;
      for (const [key, value] of Object.entries(truth.source.labels)) {
        const field = layout.podLabel(key);
        const { extra } = readRecord(hit, layout, CLUSTER, {
          columns: [`label.${key}`],
          maxLineChars: 10,
        });
        // Where one label's name begins another's, the store refused the records that have the shorter as a text.
        const isBesideObject = field?.type === 'unmapped' || field?.path.endsWith('.value');
        const found = extra.get(`label.${key}`);
        if (!isBesideObject || found !== undefined) expect([key, found]).toEqual([key, value]);
        if (field?.exact !== undefined) checked.add(key);
      }
    }
    expect(checked.size).toBeGreaterThan(2);
  });

  it('are missing from KubeSphere’s records', () => {
    const [first] = of('kubesphere');
    expect(first?.layout.podLabel('app')).toBeUndefined();
  });
});
