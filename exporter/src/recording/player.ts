import type { Clock } from '../clock.js';
import type { Cursor, Moment } from './cursor.js';
import { createCursor } from './cursor.js';
import { readRecording, stampOf } from './readFile.js';
import type { Recording } from './recording.js';

/** Plays a file in its own time; a file that changed is read again, and its play begins anew. */
export interface Player {
  readonly file: string;
  /**
   * The recording; its play begins when it is first moved on.
   * @throws GpuscopeError RECORDING_INVALID
   */
  open(): Promise<Recording>;
  /**
   * Moves on to what stands now.
   * @throws GpuscopeError RECORDING_INVALID
   */
  advance(): Promise<Moment>;
  /** What stood when the play was last moved on, so that all who ask in a cycle hear of the same moment. */
  readonly moment: () => Moment | undefined;
}

interface Playing {
  readonly recording: Recording;
  readonly cursor: Cursor;
  readonly stamp: string;
}

export function createPlayer(file: string, clock: Clock): Player {
  let playing: Playing | undefined;
  let startMs: number | undefined;
  let moment: Moment | undefined;

  async function current(): Promise<Playing> {
    const stamp = await stampOf(file);
    if (playing?.stamp !== stamp) {
      const recording = await readRecording(file);
      playing = { recording, cursor: createCursor(file, recording), stamp };
      startMs = undefined;
    }
    return playing;
  }

  return {
    file,
    open: async () => (await current()).recording,
    async advance() {
      const { cursor } = await current();
      startMs ??= clock.monotonicMs();
      moment = cursor.at(clock.monotonicMs() - startMs);
      return moment;
    },
    moment: () => moment,
  };
}
