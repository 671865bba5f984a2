import { GpuscopeError } from '@gpuscope/aggregation';
import { wordsOf } from '../errorWords.js';
import type { Json } from './entry.js';
import { BadEntry, isJson, readEntry } from './entry.js';
import type { Entry, Frame, Recording } from './recording.js';
import { DIRECTORY_KEY, RECORDING_VERSIONS, sourceKey } from './recording.js';

function invalid(file: string, line: number, reason: string): GpuscopeError {
  return new GpuscopeError('RECORDING_INVALID', `${file}:${line}: ${reason}`);
}

function parseLine(file: string, text: string, line: number, isCut: boolean): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const cut = isCut ? ', and the file ends there: was the recording stopped by force?' : '';
    throw invalid(file, line, `is no JSON: ${wordsOf(error)}${cut}`);
  }
  if (!isJson(value)) throw invalid(file, line, 'is no JSON object');
  return value;
}

function checkHeader(file: string, header: Json): number {
  if (header['gpuscope'] !== 'recording') {
    throw invalid(
      file,
      1,
      'is no recording; its first line must be {"gpuscope":"recording","version":2,…}',
    );
  }
  const version = RECORDING_VERSIONS.find((known) => known === header['version']);
  if (version !== undefined) return version;
  const found = JSON.stringify(header['version']);
  throw invalid(
    file,
    1,
    `version ${found} is not known; allowed are ${RECORDING_VERSIONS.join(' and ')}`,
  );
}

interface Timed {
  readonly t: number;
  readonly line: number;
  readonly entry?: Entry;
}

function entryOf(file: string, value: Json, line: number): Entry | undefined {
  try {
    return readEntry(value);
  } catch (error) {
    throw error instanceof BadEntry ? invalid(file, line, error.message) : error;
  }
}

/** A line of a kind that this version does not know is passed over; one with a time alone says that nothing changed. */
function timedOf(file: string, value: Json, line: number): Timed | undefined {
  const { t } = value;
  const entry = entryOf(file, value, line);
  if (entry === undefined && Object.keys(value).some((key) => key !== 't')) return undefined;
  if (typeof t !== 'number' || !Number.isFinite(t)) {
    throw invalid(file, line, `"t" is ${JSON.stringify(t)}; it must be milliseconds, as a number`);
  }
  return { t, line, ...(entry !== undefined && { entry }) };
}

/** Version 1 has one exposition a moment, so that an equal time is a mistake there. */
function checkTime(file: string, { t, line }: Timed, before: number, version: number): void {
  if (t > before || (t === before && version > 1)) return;
  throw invalid(file, line, `"t" is ${t}, not after the ${before} before it`);
}

function checkChange(file: string, { line, entry }: Timed, told: Set<string>): void {
  if (entry === undefined) return;
  if (entry.told.kind === 'value') told.add(entry.key);
  if (entry.told.kind !== 'change' || told.has(entry.key)) return;
  throw invalid(file, line, `is a change of ${entry.key}, which was not told before`);
}

function timedLines(file: string, lines: readonly string[], version: number): Timed[] {
  const all: Timed[] = [];
  const told = new Set<string>();
  for (const [index, text] of lines.entries()) {
    if (index === 0 || text.trim() === '') continue;
    const line = index + 1;
    const timed = timedOf(file, parseLine(file, text, line, line === lines.length), line);
    if (timed === undefined) continue;
    checkTime(file, timed, all.at(-1)?.t ?? -Infinity, version);
    checkChange(file, timed, told);
    all.push(timed);
  }
  return all;
}

function framesOf(all: readonly Timed[]): Frame[] {
  const start = all[0]?.t ?? 0;
  const byTime = new Map<number, Timed[]>();
  for (const timed of all) {
    const group = byTime.get(timed.t);
    if (group === undefined) byTime.set(timed.t, [timed]);
    else group.push(timed);
  }
  return [...byTime].map(([t, group]) => ({
    atMs: t - start,
    line: group[0]?.line ?? 1,
    entries: group.flatMap(({ entry }) => entry ?? []),
  }));
}

/** Names in the header's order, else in the order in which they are first told. */
function namesOf(kind: 'source' | 'holder', listed: unknown, keys: ReadonlySet<string>): string[] {
  if (Array.isArray(listed)) {
    return listed.filter((name): name is string => typeof name === 'string');
  }
  return [...keys].flatMap((key) => {
    const [of, name] = key.split(' ', 2);
    return of === kind && name !== undefined ? [name] : [];
  });
}

const bare = (exposition: string): Recording => ({
  frames: [
    {
      atMs: 0,
      line: 1,
      entries: [{ key: sourceKey('dcgm'), told: { kind: 'value', value: exposition } }],
    },
  ],
  origin: '',
  sources: ['dcgm'],
  holders: [],
  hasDirectory: false,
});

/**
 * Reads a recording. JSON lines: first `{"gpuscope":"recording","version":2,"origin":"…"}`, then for each moment what
 * was said: `{"t":<milliseconds>,"source":"dcgm","exposition":"<text>"}`, `{"t":…,"nvml":{…}}`,
 * `{"t":…,"holder":"podResources","report":{…}}`, `{"t":…,"directory":{…}}`, with `change` (see Delta) in place of what
 * was told before, or `failed` and an error's code. What a moment does not mention is as it was. Times never fall; lines
 * of other kinds are passed over. Version 1 holds expositions alone. Any other text is taken as one exposition that holds
 * for ever.
 * @throws GpuscopeError RECORDING_INVALID naming file, line and what is allowed
 */
export function parseRecording(file: string, text: string): Recording {
  if (!text.startsWith('{')) return bare(text);
  const lines = text.split('\n');
  const header = parseLine(file, lines[0] ?? '', 1, lines.length === 1);
  const version = checkHeader(file, header);
  const frames = framesOf(timedLines(file, lines, version));
  const keys = new Set(frames.flatMap(({ entries }) => entries.map(({ key }) => key)));
  const sources = namesOf('source', header['sources'], keys);
  if (sources.length === 0) throw invalid(file, 1, 'holds no exposition and no look at NVML');
  const origin = header['origin'];
  return {
    frames,
    origin: typeof origin === 'string' ? origin : '',
    sources,
    holders: namesOf('holder', header['holders'], keys),
    hasDirectory: keys.has(DIRECTORY_KEY),
  };
}
