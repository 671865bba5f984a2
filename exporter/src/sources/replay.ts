import { readFile, stat } from 'node:fs/promises';
import { GpuscopeError } from '@gpuscope/aggregation';
import type { Clock } from '../clock.js';
import { codeOf } from '../errorWords.js';
import type { Source } from '../ports.js';
import type { Normalise, ProblemListener } from './exposition.js';
import { readExposition } from './exposition.js';
import type { Recording } from './recording.js';
import { frameAt, parseRecording } from './recording.js';

export interface ReplayOptions {
  readonly name: string;
  /** An exposition, or a recording of many (see parseRecording). */
  readonly file: string;
  readonly normalise: Normalise;
  readonly onProblems: ProblemListener;
  readonly clock: Clock;
}

/** A recording is held in memory whole. */
const MAX_BYTES = 256 * 1024 * 1024;

async function load(file: string): Promise<{ recording: Recording; version: string }> {
  try {
    const { size, mtimeMs } = await stat(file);
    if (size > MAX_BYTES) {
      throw new GpuscopeError(
        'RECORDING_INVALID',
        `${file}: has ${size} bytes; allowed are ${MAX_BYTES}`,
      );
    }
    const text = await readFile(file, 'utf8');
    return { recording: parseRecording(file, text), version: `${size} ${mtimeMs}` };
  } catch (error) {
    if (error instanceof GpuscopeError) throw error;
    throw new GpuscopeError(
      'RECORDING_INVALID',
      `${file}: cannot be read (${codeOf(error) || String(error)}); name an exposition or a recording`,
      { cause: error },
    );
  }
}

/** Plays a file in place of a GPU; a file that changed is read again, and its play begins anew. */
export function createReplaySource(options: ReplayOptions): Source {
  const { name, file, normalise, onProblems, clock } = options;
  let playing: { recording: Recording; version: string; startMs: number } | undefined;

  async function current(): Promise<{ recording: Recording; startMs: number }> {
    const { size, mtimeMs } = await stat(file).catch(() => ({ size: -1, mtimeMs: 0 }));
    if (playing?.version !== `${size} ${mtimeMs}`) {
      playing = { ...(await load(file)), startMs: clock.monotonicMs() };
    }
    return playing;
  }

  return {
    name,
    async read() {
      const { recording, startMs } = await current();
      const { exposition } = frameAt(recording, clock.monotonicMs() - startMs);
      return normalise(readExposition(file, '', exposition, onProblems));
    },
    close: () => Promise.resolve(),
  };
}
