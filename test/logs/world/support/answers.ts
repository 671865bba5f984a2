import type { Selection, Table } from '@gpuscope/aggregation/logs';
import { textColumn, timeColumn } from '../../../world/logs/asking/index.js';
import type { LogTruth } from '../../../world/logs/index.js';
import type { ShippedSite } from './siteInStore.js';

/** More than any history of the tests holds for one app. */
const ALL = 10_000;

/** Lines as texts that can be compared whatever their order: millisecond and line. */
const lineKey = (timeNs: bigint, line: string): string => `${String(timeNs / 1_000_000n)} ${line}`;

export const truthKeys = (truths: readonly LogTruth[]): string[] =>
  truths.map(({ timeNs, line }) => lineKey(timeNs, line)).sort();

/** The lines that the backend finds. */
export async function foundKeys(site: ShippedSite, selection: Selection): Promise<string[]> {
  const [table] = await site.asker.query({ show: 'lines', selection, limit: ALL }, site.range);
  if (table === undefined) return [];
  const times = timeColumn(table, 'timestamp');
  return textColumn(table, 'body')
    .map((line, at) => lineKey(times[at] ?? 0n, line ?? ''))
    .sort();
}

/** The truth's lines by a text, without those that have none. */
export function groupBy(
  truths: readonly LogTruth[],
  textOf: (truth: LogTruth) => string,
): ReadonlyMap<string, readonly LogTruth[]> {
  const groups = new Map<string, LogTruth[]>();
  for (const truth of truths) {
    const text = textOf(truth);
    if (text === '') continue;
    const group = groups.get(text) ?? [];
    groups.set(text, group);
    group.push(truth);
  }
  return groups;
}

/** How many lines each text has, as a plain object. */
export function countBy(
  truths: readonly LogTruth[],
  textOf: (truth: LogTruth) => string,
): Readonly<Record<string, number>> {
  const groups = groupBy(truths, textOf);
  return Object.fromEntries([...groups].map(([text, group]) => [text, group.length]));
}

/** Sums of the number columns, by one of their labels; what the label leaves empty is left out. */
export function sumsBy(tables: readonly Table[], label: string): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { columns } of tables) {
    for (const column of columns) {
      if (column.type !== 'number' && column.type !== 'integer') continue;
      const name = column.labels?.[label] ?? '';
      const sum = column.values.reduce<number>((total, value) => total + (value ?? 0), 0);
      if (name !== '' && sum !== 0) sums[name] = (sums[name] ?? 0) + sum;
    }
  }
  return sums;
}
