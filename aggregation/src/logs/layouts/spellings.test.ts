import type { JsonValue } from '../record.js';
import { layoutsOf } from './layoutsOf.js';
import { readSpellings, spellingSearch } from './spellings.js';
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

/** What a store answers: how many records of an index have a key in each spelling. */
const answer = (found: Readonly<Record<string, readonly [number, number, number]>>) => ({
  aggregations: {
    indices: {
      buckets: Object.entries(found).map(([key, [dotted, dedotted, underscores]]): JsonValue => ({
        key,
        doc_count: 100,
        dotted: { doc_count: dotted },
        dedotted: { doc_count: dedotted },
        underscores: { doc_count: underscores },
      })),
    },
  },
});

const CAPS = capsOf({ a: FLAT, b: FLAT, c: FLAT });

const labelsWith = (found: Parameters<typeof answer>[0]) => {
  const spellings = readSpellings(answer(found));
  const { layouts } = layoutsOf(CAPS, { ...OPTIONS, spellings });
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

  it('that none has are asked in the shape’s own spelling', () => {
    expect(labelsWith({ a: [0, 0, 0] })).toEqual([[undefined, `kubernetes.labels.${NAME}`]]);
  });
});

describe('spellingSearch', () => {
  it('asks for each key that tells, in each spelling, and for no record', () => {
    const { layouts } = layoutsOf(CAPS, OPTIONS);
    const body = spellingSearch(layouts, ['example.com/team', 'app']);
    expect(body?.size).toBe(0);
    const text = JSON.stringify(body);
    for (const field of ['example.com/team', 'example_com/team', 'example_com_team', NAME]) {
      expect(text).toContain(`{"field":"kubernetes.labels.${field}"}`);
    }
    expect(text).not.toContain('"kubernetes.labels.app"');
  });

  it('asks nothing where mappings list the keys', () => {
    const mapping = { ...FLAT, 'kubernetes.labels': 'object', 'kubernetes.labels.app': 'keyword' };
    const listed = capsOf({ a: mapping });
    expect(spellingSearch(layoutsOf(listed, OPTIONS).layouts, [NAME])).toBeUndefined();
  });
});
