import type { LogTruth } from '../truth.js';

/** The day of a line as index names end: `2026.10.01`, in UTC. */
export const dayOf = ({ timeNs }: LogTruth): string =>
  new Date(Number(timeNs / 1_000_000n)).toISOString().slice(0, 10).replaceAll('-', '.');

/** `2026-10-01T08:00:00.123Z`: milliseconds, the rest is lost. */
export const isoMillis = ({ timeNs }: LogTruth): string =>
  new Date(Number(timeNs / 1_000_000n)).toISOString();
