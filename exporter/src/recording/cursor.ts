import { GpuscopeError } from '@gpuscope/aggregation';
import { wordsOf } from '../errorWords.js';
import { applied } from './delta.js';
import type { Frame, Recording } from './recording.js';

/** What stands under a key at a moment of the play. */
export interface Standing {
  /** What was told last; undefined where it never answered. */
  readonly value: unknown;
  /** The code of its error, where it did not answer. */
  readonly failed?: string;
}

/** What stands at a moment of the play. */
export interface Moment {
  readonly standing: ReadonlyMap<string, Standing>;
  /** How often the play has begun anew. */
  readonly round: number;
  readonly frame: Frame;
}

/** Goes through a recording; only what stands now is held whole. */
export interface Cursor {
  /**
   * What stands after so much time. After the last frame the play begins again, one frame's length later.
   * @throws GpuscopeError RECORDING_INVALID naming the line with a change that does not fit
   */
  at(elapsedMs: number): Moment;
}

/** Where a moment of the play lies: in which round, and after how much time in it. */
function placeIn(
  { frames }: Pick<Recording, 'frames'>,
  elapsedMs: number,
): { readonly round: number; readonly atMs: number } {
  const lastMs = frames.at(-1)?.atMs ?? 0;
  const length = lastMs + lastMs - (frames.at(-2)?.atMs ?? lastMs);
  if (length <= 0) return { round: 0, atMs: 0 };
  return { round: Math.floor(elapsedMs / length), atMs: elapsedMs % length };
}

function told(standing: Map<string, Standing>, { entries }: Frame): void {
  for (const { key, told: entry } of entries) {
    const before = standing.get(key)?.value;
    if (entry.kind === 'failed') standing.set(key, { value: before, failed: entry.code });
    else {
      const value = entry.kind === 'value' ? entry.value : applied(before, entry.change);
      standing.set(key, { value });
    }
  }
}

export function createCursor(file: string, recording: Recording): Cursor {
  const { frames } = recording;
  let standing = new Map<string, Standing>();
  let round = 0;
  /** Index of the next frame to be taken up. */
  let next = 0;

  function takeUp(frame: Frame): void {
    try {
      told(standing, frame);
    } catch (error) {
      throw new GpuscopeError('RECORDING_INVALID', `${file}:${frame.line}: ${wordsOf(error)}`);
    }
  }

  return {
    at(elapsedMs) {
      const place = placeIn(recording, elapsedMs);
      if (place.round !== round || (frames[next - 1]?.atMs ?? 0) > place.atMs) {
        standing = new Map();
        next = 0;
        round = place.round;
      }
      for (; next < frames.length && (frames[next]?.atMs ?? 0) <= place.atMs; next += 1) {
        const frame = frames[next];
        if (frame !== undefined) takeUp(frame);
      }
      const frame = frames[next - 1];
      if (frame === undefined) throw new GpuscopeError('INTERNAL', 'a recording without frames');
      return { standing, round, frame };
    },
  };
}
