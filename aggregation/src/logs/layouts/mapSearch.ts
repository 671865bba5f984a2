import { bucketsIn, keyOf, nodeIn, numberIn } from '../answers/answer.js';
import type { Answer, Node } from '../answers/answer.js';
import type { Field, Layout } from '../layout.js';
import type { SearchBody } from '../search/body.js';
import type { Clause } from '../search/clause.js';
import { any, EVERY } from '../search/clause.js';
import { holdsSomething } from '../search/valueClause.js';
import type { MapContents } from './mapContents.js';
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

const MOST_INDICES = 5000;

/** Records of each shard that are looked at, of those that have any labels in maps. */
const MOST_RECORDS = 20_000;

/** The keys that tell spellings apart: those that look different in each. */
const telling = (keys: readonly string[]) =>
  [...new Set([...keys, ...USUAL_KEYS])].filter((key) => /\..*\//u.test(key));

const mapsOf = (layouts: readonly Layout[]): readonly Field[] => [
  ...new Map(
    layouts.flatMap(({ flattened }) => flattened ?? []).map((map) => [map.path, map]),
  ).values(),
];

/** OpenSearch does not tell whether a record has a flat_object: it is taken to have. */
const holdsMap = ({ path, type }: Field): Clause =>
  type === 'flat_object' ? EVERY : { exists: { field: path } };

const heldName = (map: Pick<Field, 'path'>) => `held ${map.path}`;

/**
 * A search that asks, index by index, whether flattened maps of labels hold anything and how their keys are spelled,
 * which mappings don't tell. `keys`: those that rules read. Undefined where no labels are flattened. It answers with
 * counts by index, not with what any record holds, so it has no scope.
 */
export function mapSearch(
  layouts: readonly Layout[],
  keys: readonly string[],
): SearchBody | undefined {
  const maps = mapsOf(layouts);
  if (maps.length === 0) return undefined;
  const spelled = SPELLINGS.map((spelling) => {
    const fields = maps.flatMap(({ path, type }) =>
      telling(keys).map((key) => ({ name: `${path}.${spell(key, spelling)}`, type })),
    );
    return [spelling, { filter: any(...fields.map(holdsSomething)) }] as const;
  });
  const held = maps.map((map) => [heldName(map), { filter: holdsMap(map) }] as const);
  return {
    size: 0,
    terminate_after: MOST_RECORDS,
    timeout: '5s',
    query: { bool: { filter: [any(...maps.map(holdsMap))] } },
    aggs: {
      indices: {
        terms: { field: '_index', size: MOST_INDICES },
        aggs: Object.fromEntries([...spelled, ...held]),
      },
    },
  };
}

const isFound = (bucket: Node, name: string) => numberIn(nodeIn(bucket, name), 'doc_count') > 0;

/**
 * What the search found, for `layoutsOf`.
 * @throws GpuscopeError STORE_INVALID where the answer is not one to this search.
 */
export function readMaps(
  layouts: readonly Layout[],
  { aggregations }: Pick<Answer, 'aggregations'>,
): MapContents {
  const maps = mapsOf(layouts);
  return new Map(
    bucketsIn(nodeIn(aggregations, 'indices')).map((bucket) => [
      keyOf(bucket),
      {
        spellings: SPELLINGS.filter((spelling) => isFound(bucket, spelling)),
        held: maps.filter((map) => isFound(bucket, heldName(map))).map(({ path }) => path),
      },
    ]),
  );
}
