import { GpuscopeError } from '@gpuscope/aggregation';
import { wordsOf } from '../errorWords.js';

/** An exposition and when it was taken, in milliseconds since the recording's first. */
export interface Frame {
  readonly atMs: number;
  readonly exposition: string;
}

/** Expositions over time, in order; never empty. */
export interface Recording {
  readonly frames: readonly Frame[];
  /** Where it was taken, for people: chip, driver, date, or that it is synthetic. Empty for a bare exposition. */
  readonly origin: string;
}

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(file: string, line: number, reason: string): GpuscopeError {
  return new GpuscopeError('RECORDING_INVALID', `${file}:${line}: ${reason}`);
}

function parseLine(file: string, text: string, line: number): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw invalid(file, line, `is no JSON: ${wordsOf(error)}`);
  }
  if (!isObject(value)) throw invalid(file, line, 'is no JSON object');
  return value;
}

function checkHeader(file: string, header: Json): void {
  if (header['gpuscope'] !== 'recording') {
    throw invalid(
      file,
      1,
      'is no recording; its first line must be {"gpuscope":"recording","version":1,…}',
    );
  }
  if (header['version'] !== 1) {
    throw invalid(
      file,
      1,
      `version ${JSON.stringify(header['version'])} is not known; allowed is 1`,
    );
  }
}

/** A line without `exposition` is of a kind that this version does not know, and is passed over. */
function frameOf(file: string, value: Json, line: number): Frame | undefined {
  const { t, exposition } = value;
  if (exposition === undefined) return undefined;
  if (typeof exposition !== 'string') throw invalid(file, line, '"exposition" must be a text');
  if (typeof t !== 'number' || !Number.isFinite(t)) {
    throw invalid(file, line, `"t" is ${JSON.stringify(t)}; it must be milliseconds, as a number`);
  }
  return { atMs: t, exposition };
}

function framesOf(file: string, lines: readonly string[]): Frame[] {
  const frames: Frame[] = [];
  for (const [index, text] of lines.entries()) {
    if (index === 0 || text.trim() === '') continue;
    const line = index + 1;
    const frame = frameOf(file, parseLine(file, text, line), line);
    if (frame === undefined) continue;
    const before = frames.at(-1)?.atMs;
    if (before !== undefined && frame.atMs <= before) {
      throw invalid(file, line, `"t" is ${frame.atMs}, not after the ${before} before it`);
    }
    frames.push(frame);
  }
  return frames;
}

/**
 * Reads a recording. JSON lines: first `{"gpuscope":"recording","version":1,"origin":"…"}`, then for each moment
 * `{"t":<milliseconds>,"exposition":"<text>"}` with rising times; lines of other kinds are passed over. Any other text
 * is taken as one exposition that holds for ever.
 * @throws GpuscopeError RECORDING_INVALID naming file, line and what is allowed
 */
export function parseRecording(file: string, text: string): Recording {
  if (!text.startsWith('{')) return { frames: [{ atMs: 0, exposition: text }], origin: '' };
  const lines = text.split('\n');
  const header = parseLine(file, lines[0] ?? '', 1);
  checkHeader(file, header);
  const frames = framesOf(file, lines);
  const start = frames[0]?.atMs;
  if (start === undefined) throw invalid(file, 1, 'holds no exposition');
  const origin = header['origin'];
  return {
    frames: frames.map((frame) => ({ ...frame, atMs: frame.atMs - start })),
    origin: typeof origin === 'string' ? origin : '',
  };
}

/**
 * The exposition that stands at a moment of the play. After the last frame it begins again, one frame's length later.
 */
export function frameAt(recording: Recording, elapsedMs: number): Frame {
  const { frames } = recording;
  const last = frames[frames.length - 1];
  const [first] = frames;
  if (first === undefined || last === undefined) {
    throw new GpuscopeError('INTERNAL', 'a recording without frames');
  }
  const step = last.atMs - (frames.at(-2)?.atMs ?? last.atMs);
  const length = last.atMs + step;
  const at = length > 0 ? elapsedMs % length : 0;
  return frames.findLast((frame) => frame.atMs <= at) ?? first;
}
