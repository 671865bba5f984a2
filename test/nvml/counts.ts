import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What the stub counts in one process; in the order of `stub/counts.h`. */
const COUNTS = [
  'calls',
  /** nvmlInit less nvmlShutdown */
  'sessions',
  'eventSets',
  'gpmSamples',
  'gpmSamplesMade',
  /** A void handle, a wrong version, a buffer too small, something freed twice. */
  'misuses',
  /** Process lists that did not fit. */
  'misfits',
  /** nvmlInit */
  'starts',
] as const;

export type StubCounts = Readonly<Record<(typeof COUNTS)[number], number>>;

function read(bytes: Buffer): StubCounts {
  const numbers = COUNTS.map((name, at) => [name, Number(bytes.readBigInt64LE(at * 8))] as const);
  return Object.fromEntries(numbers) as StubCounts;
}

/** Counts of every process that has ever opened the stub with this prefix, by process id. */
export async function readCounts(prefix: string): Promise<ReadonlyMap<number, StubCounts>> {
  const folder = dirname(prefix);
  const start = `${basename(prefix)}.`;
  const names = (await readdir(folder)).filter((name) => name.startsWith(start));
  const entries = names.map(async (name): Promise<[number, StubCounts]> => {
    const bytes = await readFile(join(folder, name));
    return [Number(name.slice(start.length)), read(bytes)];
  });
  return new Map(await Promise.all(entries));
}
