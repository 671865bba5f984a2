import type { JsonValue } from '../record.js';
import { layoutsOf } from './layoutsOf.js';
import { mapSearch, readMaps } from './mapSearch.js';
import type { Mapping } from './testing.js';
import { capsOf } from './testing.js';

const NAME = 'app.kubernetes.io/name';

const FLAT: Mapping = {
  '@timestamp': 'date',
  log: 'text',
  'kubernetes.pod_name': 'keyword',
  'kubernetes.labels': 'flattened',
};

const OPTIONS = { shape: 'auto', cluster: { kind: 'only', cluster: 'here' } } as const;

type Counts = readonly [dotted: number, dedotted: number, underscores: number, held?: number];

/** What a store answers: how many records of an index have a key in each spelling, and any. */
const answer = (found: Readonly<Record<string, Counts>>) => ({
  aggregations: {
    indices: {
      buckets: Object.entries(found).map(
        ([key, [dotted, dedotted, underscores, held = 100]]): JsonValue => ({
          key,
          doc_count: 100,
          dotted: { doc_count: dotted },
          dedotted: { doc_count: dedotted },
          underscores: { doc_count: underscores },
          'held kubernetes.labels': { doc_count: held },
        }),
      ),
    },
  },
});

const CAPS = capsOf({ a: FLAT, b: FLAT, c: FLAT });

const labelsWith = (found: Parameters<typeof answer>[0]) => {
  const before = layoutsOf(CAPS, OPTIONS).layouts;
  const { layouts } = layoutsOf(CAPS, { ...OPTIONS, maps: readMaps(before, answer(found)) });
  return layouts.map(({ indices, podLabel }) => [indices, podLabel(NAME)?.exact]);
};

describe('labels in a flattened map', () => {
  it('are asked as they were written', () => {
    expect(labelsWith({ a: [5, 0, 0], b: [0, 9, 0], c: [0, 0, 3] })).toEqual([
      [['a'], `kubernetes.labels.${NAME}`],
      [['b'], 'kubernetes.labels.app_kubernetes_io/name'],
      [['c'], 'kubernetes.labels.app_kubernetes_io_name'],
    ]);
  });

  it('are not known where they were written in two ways', () => {
    expect(labelsWith({ a: [5, 5, 0], b: [5, 0, 0], c: [5, 0, 0] })).toEqual([
      [['a'], undefined],
      [['b', 'c'], `kubernetes.labels.${NAME}`],
    ]);
  });

  it('are not known where the map is declared and no record has anything in it', () => {
    expect(labelsWith({ a: [0, 0, 0, 0], b: [5, 0, 0] })).toEqual([
      [['a', 'c'], undefined],
      [['b'], `kubernetes.labels.${NAME}`],
    ]);
  });

  it('that none has are asked in the shape’s own spelling', () => {
    const counts = [0, 0, 0] as const;
    expect(labelsWith({ a: counts, b: counts, c: counts })).toEqual([
      [undefined, `kubernetes.labels.${NAME}`],
    ]);
  });
});

describe('mapSearch', () => {
  it('asks for each key that tells, in each spelling, and for no record', () => {
    const { layouts } = layoutsOf(CAPS, OPTIONS);
    const body = mapSearch(layouts, ['example.com/team', 'app']);
    expect(body?.size).toBe(0);
    const text = JSON.stringify(body);
    for (const field of ['example.com/team', 'example_com/team', 'example_com_team', NAME]) {
      expect(text).toContain(`{"exists":{"field":"kubernetes.labels.${field}"}}`);
    }
    expect(body?.query).toEqual({ bool: { filter: [{ exists: { field: 'kubernetes.labels' } }] } });
    expect(text).not.toContain('"kubernetes.labels.app"');
  });

  it('asks nothing where mappings list the keys', () => {
    const mapping = { ...FLAT, 'kubernetes.labels': 'object', 'kubernetes.labels.app': 'keyword' };
    const listed = capsOf({ a: mapping });
    expect(mapSearch(layoutsOf(listed, OPTIONS).layouts, [NAME])).toBeUndefined();
  });
});
