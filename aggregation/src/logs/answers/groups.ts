import type { SearchPlan } from '../searchPlan.js';
import type { Grouping } from '../search/groups/groupAggs.js';
import { keyName, STEPS } from '../search/groups/groupAggs.js';
import { slicesOf } from '../search/groups/slices.js';
import type { GroupSource } from '../search/groups/source.js';
import type { Answer, Node } from './answer.js';
import { bucketsIn, keyOf, nodeIn, numberIn } from './answer.js';

/** Lines that share the same values of the names they are counted by. */
export interface Group {
  /** In the order of the names. */
  readonly texts: readonly string[];
  readonly count: number;
  /** Lines by the step's beginning, ms since the epoch; empty where nothing was counted over time. */
  readonly steps: ReadonlyMap<number, number>;
}

export interface Groups {
  /** The largest first. */
  readonly groups: readonly Group[];
  /** Lines of values that the store did not list. */
  readonly unlisted: number;
  /** By how much a count may be too low. */
  readonly error: number;
}

interface Draft {
  readonly texts: readonly string[];
  count: number;
  readonly steps: Map<number, number>;
}

interface Reading {
  readonly drafts: Map<string, Draft>;
  readonly isOverTime: boolean;
  unlisted: number;
  error: number;
}

function add(reading: Reading, texts: readonly string[], node: Node): void {
  const count = numberIn(node, 'doc_count');
  if (count === 0) return;
  const key = JSON.stringify(texts);
  const draft = reading.drafts.get(key) ?? { texts, count: 0, steps: new Map<number, number>() };
  reading.drafts.set(key, draft);
  draft.count += count;
  if (!reading.isOverTime) return;
  for (const bucket of bucketsIn(nodeIn(node, STEPS))) {
    const at = numberIn(bucket, 'key');
    draft.steps.set(at, (draft.steps.get(at) ?? 0) + numberIn(bucket, 'doc_count'));
  }
}

function own(source: Exclude<GroupSource, { kind: 'constant' }>, node: Node, reading: Reading) {
  if (source.kind === 'terms') {
    reading.unlisted += numberIn(node, 'sum_other_doc_count');
    reading.error = Math.max(reading.error, numberIn(node, 'doc_count_error_upper_bound'));
    return bucketsIn(node).map((bucket) => {
      const value = keyOf(bucket);
      return { text: source.nameOf?.(value) ?? value, bucket };
    });
  }
  const buckets = nodeIn(node, 'buckets');
  const named = [...source.groups.keys()].map((text, at) => ({
    text,
    bucket: nodeIn(buckets, `g${at}`),
  }));
  return [...named, { text: source.rest, bucket: nodeIn(buckets, 'rest') }];
}

function read(
  sources: readonly GroupSource[],
  node: Node,
  texts: readonly string[],
  reading: Reading,
): void {
  const source = sources[texts.length];
  if (source === undefined) {
    add(reading, texts, node);
  } else if (source.kind === 'constant') {
    read(sources, node, [...texts, source.text], reading);
  } else if (numberIn(node, 'doc_count') > 0) {
    for (const { text, bucket } of own(source, nodeIn(node, keyName(texts.length)), reading)) {
      read(sources, bucket, [...texts, text], reading);
    }
  }
}

const byCount = (a: Group, b: Group) =>
  b.count - a.count || (JSON.stringify(a.texts) < JSON.stringify(b.texts) ? -1 : 1);

/**
 * The groups of an answer to `groupAggs` of the same plan and grouping.
 * @throws GpuscopeError STORE_INVALID where the answer doesn't fit.
 */
export function readGroups(plan: SearchPlan, grouping: Grouping, answer: Answer): Groups {
  const reading: Reading = {
    drafts: new Map(),
    isOverTime: grouping.intervalMs !== undefined,
    unlisted: 0,
    error: 0,
  };
  for (const { id, sources } of slicesOf(plan, grouping.by)) {
    read(sources, nodeIn(answer.aggregations, id), [], reading);
  }
  const { unlisted, error } = reading;
  return { groups: [...reading.drafts.values()].sort(byCount), unlisted, error };
}
