import { GpuscopeError } from '@gpuscope/aggregation';

/** What differs between two JSON values. */
export type Delta =
  /** Something else altogether. */
  | { readonly to: unknown }
  /** Fields of an object that changed or came, and the names of those that went. */
  | { readonly fields: Readonly<Record<string, Delta>>; readonly gone?: readonly string[] }
  /** Items of a list that kept its length, by index. */
  | { readonly items: readonly (readonly [number, Delta])[] }
  /** Lines of a text that kept their number: which, how many characters stay, and what follows them. */
  | { readonly lines: readonly (readonly [number, number, string])[] };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function commonStart(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before[at] === after[at]) at += 1;
  return at;
}

function textDelta(before: string, after: string): Delta {
  const [old, now] = [before.split('\n'), after.split('\n')];
  if (old.length === 1 || old.length !== now.length) return { to: after };
  const lines = now.flatMap((line, index) => {
    const was = old[index] ?? '';
    if (line === was) return [];
    const kept = commonStart(was, line);
    return [[index, kept, line.slice(kept)] as const];
  });
  return { lines };
}

function fieldsDelta(before: Fields, after: Fields): Delta {
  const has = (of: Fields, key: string): boolean => Object.hasOwn(of, key);
  const fields = Object.entries(after).flatMap(([key, value]) => {
    const change = has(before, key) ? deltaOf(before[key], value) : { to: value };
    return change === undefined ? [] : [[key, change] as const];
  });
  const gone = Object.keys(before).filter((key) => !has(after, key));
  return { fields: Object.fromEntries(fields), ...(gone.length > 0 && { gone }) };
}

function itemsDelta(before: readonly unknown[], after: readonly unknown[]): Delta {
  const items = after.flatMap((value, index) => {
    const change = deltaOf(before[index], value);
    return change === undefined ? [] : [[index, change] as const];
  });
  return { items };
}

const isEmpty = (delta: Delta): boolean =>
  ('fields' in delta && Object.keys(delta.fields).length === 0 && delta.gone === undefined) ||
  ('items' in delta && delta.items.length === 0);

/** What makes `after` of `before`; undefined where they are equal. Both are plain JSON. */
export function deltaOf(before: unknown, after: unknown): Delta | undefined {
  if (before === after) return undefined;
  if (typeof before === 'string' && typeof after === 'string') return textDelta(before, after);
  const delta =
    Array.isArray(before) && Array.isArray(after) && before.length === after.length
      ? itemsDelta(before, after)
      : isFields(before) && isFields(after)
        ? fieldsDelta(before, after)
        : { to: after };
  return isEmpty(delta) ? undefined : delta;
}

const misfit = (what: string): GpuscopeError =>
  new GpuscopeError('RECORDING_INVALID', `a change of ${what} that is not there`);

function changedText(before: string, lines: readonly (readonly [number, number, string])[]) {
  const all = before.split('\n');
  for (const [index, kept, rest] of lines) {
    const was = all[index];
    if (was === undefined) throw misfit(`line ${index}`);
    all[index] = was.slice(0, kept) + rest;
  }
  return all.join('\n');
}

/**
 * The value after a change; what did not change is shared with the value before.
 * @throws GpuscopeError RECORDING_INVALID where the change does not fit the value
 */
export function applied(before: unknown, delta: Delta): unknown {
  if ('to' in delta) return delta.to;
  if ('lines' in delta && typeof before === 'string') return changedText(before, delta.lines);
  if ('items' in delta && Array.isArray(before)) {
    const items: unknown[] = [...(before as readonly unknown[])];
    for (const [index, change] of delta.items) {
      if (!(index in items)) throw misfit(`item ${index}`);
      items[index] = applied(items[index], change);
    }
    return items;
  }
  if ('fields' in delta && isFields(before)) {
    const gone = new Set(delta.gone);
    const changed = Object.entries(delta.fields).map(([key, change]) => [
      key,
      applied(before[key], change),
    ]);
    const kept = Object.entries(before).filter(([key]) => !gone.has(key));
    return Object.fromEntries([...kept, ...changed]) as unknown;
  }
  throw misfit(Object.keys(delta).join(', '));
}
