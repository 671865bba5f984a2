import { nodeIn, numberIn } from '../answers/answer.js';
import type { Answer } from '../answers/answer.js';
import type { Layout } from '../layout.js';
import type { SearchBody } from '../search/body.js';
import { any, present } from '../search/clause.js';
import { levelField } from '../search/levelClause.js';

/** Records of each shard that are looked at; only those that hold some level are. */
const MOST_RECORDS = 10_000;

const fieldsOf = (layouts: readonly Layout[]): readonly string[] => [
  ...new Set(layouts.flatMap((layout) => levelField(layout)?.exact ?? [])),
];

/**
 * A search that asks whether any record holds the level fields that the mappings name: an index template may name one
 * that no shipper writes. Undefined where no mapping names any. It answers with counts, so it has no scope.
 */
export function levelSearch(layouts: readonly Layout[]): SearchBody | undefined {
  const fields = fieldsOf(layouts);
  if (fields.length === 0) return undefined;
  const held = fields.map((field) => present(field, false));
  return {
    size: 0,
    terminate_after: MOST_RECORDS,
    timeout: '5s',
    query: { bool: { filter: [any(...held)] } },
    aggs: Object.fromEntries(fields.map((field, at) => [field, { filter: held[at] }])),
  };
}

function withoutLevel(layout: Layout): Layout {
  const { level: _, ...roles } = layout.roles;
  return { ...layout, roles };
}

/**
 * The layouts without the level fields that no record holds: those records' levels are in their lines.
 * @throws GpuscopeError STORE_INVALID where the answer is not one to `levelSearch`.
 */
export function withHeldLevels(
  layouts: readonly Layout[],
  { aggregations }: Pick<Answer, 'aggregations'>,
): readonly Layout[] {
  return layouts.map((layout) => {
    const field = levelField(layout)?.exact;
    if (field === undefined) return layout;
    const count = numberIn(nodeIn(aggregations, field), 'doc_count');
    return count > 0 ? layout : withoutLevel(layout);
  });
}
