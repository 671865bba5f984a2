import type { LogTruth } from '../../../world/logs/index.js';

/** How many of each, the most frequent first; equal ones by name. */
export function tally(texts: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

/** The names in order of their number of lines. */
export const mostFirst = (texts: readonly string[]): readonly string[] => Object.keys(tally(texts));

export const appOf = ({ source }: LogTruth): string => source.app;
export const textOf = ({ line }: LogTruth): string => line;

/** Where a line comes from: a container of a pod, or a unit of a machine. */
export const originOf = ({ source }: LogTruth): string =>
  source.kind === 'pod'
    ? `${source.namespace}/${source.pod}/${source.container}`
    : `${source.host}/${source.unit}`;

/** The nth most frequent of some names, which must be there. */
export function pick(names: readonly string[], at: number): string {
  const name = names[at];
  if (name === undefined) throw new Error(`there are only ${names.length} of ${names.join(', ')}`);
  return name;
}
