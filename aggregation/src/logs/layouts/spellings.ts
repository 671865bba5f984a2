import { bucketsIn, keyOf, nodeIn, numberIn } from '../answers/answer.js';
import type { Answer } from '../answers/answer.js';
import type { Layout } from '../layout.js';
import type { SearchBody } from '../search/body.js';
import { any } from '../search/clause.js';
import type { SpellingsByIndex } from './fieldView.js';
import { spell, SPELLINGS } from './spelling.js';

/** Labels that many pods have, and whose spelling tells. */
const USUAL_KEYS = [
  'app.kubernetes.io/name',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/component',
  'app.kubernetes.io/managed-by',
  'kubesphere.io/workspace',
  'kubernetes.io/metadata.name',
];

const MOST_INDICES = 1000;

/** The keys that tell spellings apart: those that look different in each. */
const telling = (keys: readonly string[]) =>
  [...new Set([...keys, ...USUAL_KEYS])].filter((key) => /\..*\//u.test(key));

/**
 * A search that asks, index by index, how labels' keys are spelled inside flattened maps, which no mapping lists.
 * `keys`: those that rules read. Undefined where no labels are flattened. It finds counts only, of no record's content,
 * so it has no scope.
 */
export function spellingSearch(
  layouts: readonly Layout[],
  keys: readonly string[],
): SearchBody | undefined {
  const bases = [...new Set(layouts.flatMap(({ flattened }) => flattened ?? []))];
  if (bases.length === 0) return undefined;
  const filters = SPELLINGS.map((spelling) => {
    const fields = bases.flatMap((base) =>
      telling(keys).map((key) => `${base}.${spell(key, spelling)}`),
    );
    const filter = any(...fields.map((field) => ({ exists: { field } })));
    return [spelling, { filter }] as const;
  });
  return {
    size: 0,
    query: { match_all: {} },
    aggs: {
      indices: {
        terms: { field: '_index', size: MOST_INDICES },
        aggs: Object.fromEntries(filters),
      },
    },
  };
}

/** What the search found: the spellings that some record of an index has. For `layoutsOf`. */
export function readSpellings({ aggregations }: Pick<Answer, 'aggregations'>): SpellingsByIndex {
  const buckets = bucketsIn(nodeIn(aggregations, 'indices'));
  return new Map(
    buckets.map((bucket) => [
      keyOf(bucket),
      SPELLINGS.filter((spelling) => numberIn(nodeIn(bucket, spelling), 'doc_count') > 0),
    ]),
  );
}
