import type { Choice, UrlRange } from '../../links/pageUrl.js';
import { pageUrl } from '../../links/pageUrl.js';
import type { LogRow } from './row.js';

/** A quarter of an hour before and after: enough to see what led to a line. */
const AROUND_MS = 15 * 60 * 1000;

/** The time around a line, as addresses have it; undefined for a line without a time. */
export const rangeAround = ({ timeMs }: LogRow, aroundMs = AROUND_MS): UrlRange | undefined =>
  Number.isFinite(timeMs)
    ? { from: String(Math.floor(timeMs - aroundMs)), to: String(Math.ceil(timeMs + aroundMs)) }
    : undefined;

const chosen = (row: LogRow, names: readonly (keyof Choice)[]): Choice =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = row.labels[name];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );

/** What tells the line's pod from all others. */
export const podOf = (row: LogRow): Choice | undefined =>
  row.labels.pod === undefined ? undefined : chosen(row, ['cluster', 'namespace', 'pod']);

/** The machine that a line comes from. */
const machineOf = ({ labels }: LogRow): Choice | undefined => {
  const node = labels.node ?? labels.host;
  if (node === undefined) return undefined;
  return { ...(labels.cluster === undefined ? {} : { cluster: labels.cluster }), node };
};

/** The page that shows the GPU of the line's pod at that time; its app's, or else its machine's. */
export function gpuUrl(row: LogRow): string | undefined {
  const { pod, app } = row.labels;
  if (pod !== undefined && app !== undefined && app !== '')
    return pageUrl('app', chosen(row, ['cluster', 'app', 'namespace', 'pod']), rangeAround(row));
  const machine = machineOf(row);
  return machine === undefined ? undefined : pageUrl('node', machine, rangeAround(row));
}
