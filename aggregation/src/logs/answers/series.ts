import type { TimeRange } from '../question.js';
import { stepsOf } from '../search/steps.js';
import type { Column } from '../table.js';
import type { Group } from './groups.js';

export type Labels = Readonly<Record<string, string>>;

/** A group's values by the names they are counted by. */
export function labelsOf(by: readonly string[], { texts }: Pick<Group, 'texts'>): Labels {
  return Object.fromEntries(by.map((name, at) => [name, texts[at] ?? '']));
}

/** The beginnings of all steps, as a column. */
export function timeColumn(range: TimeRange, intervalMs: number): Column {
  const steps = stepsOf(range, intervalMs);
  const values = BigInt64Array.from(steps, (ms) => BigInt(ms) * 1_000_000n);
  return { type: 'time', name: 'time', values };
}

/** A value for every step; zero where no line was. */
export function filled(
  range: TimeRange,
  intervalMs: number,
  steps: ReadonlyMap<number, number>,
  scale = 1,
): readonly number[] {
  return stepsOf(range, intervalMs).map((at) => (steps.get(at) ?? 0) * scale);
}
