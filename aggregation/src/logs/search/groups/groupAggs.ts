import { GpuscopeError } from '../../../errors.js';
import { anded } from '../../names.js';
import { intervalKey } from '../../dialect.js';
import type { Dialect } from '../../dialect.js';
import type { SearchPlan } from '../../searchPlan.js';
import { commonTimeField } from '../body.js';
import { checkSteps, stepCount } from '../steps.js';
import type { Slice } from './slices.js';
import { slicesOf } from './slices.js';
import type { GroupSource } from './source.js';
import { say } from '../../../said/index.js';

/** How records are grouped: by which names, how many of the largest groups, over time in which steps. */
export interface Grouping {
  readonly by: readonly string[];
  readonly top: number;
  readonly intervalMs?: number;
}

/** The names of aggregations in the answer. */
export const STEPS = 'steps';
export const keyName = (at: number) => `k${at}`;

type Aggs = Readonly<Record<string, unknown>>;

/** More candidates than are shown, so that the shards' own lists don't miss a large group. */
const CANDIDATES = 500;

/** What stores allow in one answer: 10,000 in the first versions of Elasticsearch 7, else 65,535. */
function bucketLimit({ product, major, minor }: Dialect): number {
  return product === 'elasticsearch' && major === 7 && minor < 10 ? 10_000 : 65_000;
}

/** How many values of a source are fetched. */
function sizeOf(source: GroupSource, top: number): number {
  switch (source.kind) {
    case 'constant':
      return 1;
    case 'terms':
      return source.size ?? top;
    case 'clauses':
      return source.groups.size + 1;
  }
}

function ownAgg(source: Exclude<GroupSource, { kind: 'constant' }>, top: number): Aggs {
  if (source.kind === 'clauses') {
    const filters = Object.fromEntries(
      [...source.groups.values()].map((clause, at) => [`g${at}`, clause]),
    );
    return { filters: { filters, other_bucket: true, other_bucket_key: 'rest' } };
  }
  const size = sizeOf(source, top);
  const order = [{ _count: 'desc' }, { _key: 'asc' }];
  return { terms: { field: source.field, size, shard_size: size + CANDIDATES, order } };
}

function nested(sources: readonly GroupSource[], at: number, top: number, inner: Aggs): Aggs {
  const source = sources[at];
  if (source === undefined) return inner;
  const deeper = nested(sources, at + 1, top, inner);
  if (source.kind === 'constant') return deeper;
  const own = ownAgg(source, top);
  return { [keyName(at)]: Object.keys(deeper).length === 0 ? own : { ...own, aggs: deeper } };
}

function checkBuckets(
  plan: SearchPlan,
  slices: readonly Slice[],
  { by, top, intervalMs }: Grouping,
): void {
  const steps = intervalMs === undefined ? 1 : stepCount(plan.range, intervalMs);
  const groups = slices
    .map(({ sources }) => sources.reduce((product, source) => product * sizeOf(source, top), 1))
    .reduce((sum, product) => sum + product, 0);
  const limit = bucketLimit(plan.dialect);
  if (groups * steps <= limit) return;
  const asked =
    by.length === 0 ? say('question.countAll') : say('question.countBy', { by: anded(by) });
  const values = { what: asked, groups, most: limit };
  throw new GpuscopeError(
    'LIMIT_EXCEEDED',
    steps > 1
      ? say('question.manyGroupsInSteps', { ...values, steps, step: intervalMs ?? 0 })
      : say('question.manyGroups', values),
  );
}

/**
 * The aggregations that count a plan's records by groups; `readGroups` reads the answer.
 * @throws GpuscopeError LIMIT_EXCEEDED where the store could answer too many numbers, FIELD_NOT_EXACT.
 */
export function groupAggs(plan: SearchPlan, grouping: Grouping): Aggs {
  const { by, top, intervalMs } = grouping;
  const slices = slicesOf(plan, by);
  if (intervalMs !== undefined) checkSteps(plan.range, intervalMs);
  checkBuckets(plan, slices, grouping);
  const inner: Aggs =
    intervalMs === undefined
      ? {}
      : {
          [STEPS]: {
            date_histogram: {
              field: commonTimeField(plan),
              [intervalKey(plan.dialect)]: `${intervalMs}ms`,
              min_doc_count: 1,
            },
          },
        };
  return Object.fromEntries(
    slices.map(({ id, when, sources }) => {
      const aggs = nested(sources, 0, top, inner);
      return [id, Object.keys(aggs).length === 0 ? { filter: when } : { filter: when, aggs }];
    }),
  );
}
