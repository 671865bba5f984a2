import type { Clock } from '../clock.js';
import { pause } from '../kubernetes/pause.js';
import type { Collected } from './collect.js';
import type { Recorder } from './recorder.js';
import type { RecordingFile } from './recordingFile.js';

export interface RecordParts {
  readonly collect: () => Promise<Collected>;
  readonly recorder: Recorder;
  readonly file: RecordingFile;
  readonly header: (first: Collected) => object;
  readonly intervalMs: number;
  readonly durationMs: number;
  readonly clock: Clock;
  readonly stop: AbortSignal;
  /** Told of each failure when it is new. */
  readonly onFailure: (text: string) => void;
}

export interface Recorded {
  readonly moments: number;
  /** Why it ended. */
  readonly end: 'done' | 'stopped' | 'full' | 'nothing';
}

/** Tells each failure once, and again when it has been gone in between. */
function failureLog(onFailure: (text: string) => void): (failures: readonly string[]) => void {
  let before: ReadonlySet<string> = new Set();
  return (failures) => {
    for (const text of failures) if (!before.has(text)) onFailure(text);
    before = new Set(failures);
  };
}

/** Settles when it is told to stop, so that a source that hangs is not waited for. */
function told(stop: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve(undefined);
    else stop.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

/**
 * Records in cycles until the time is up or it is told to stop; `nothing` where no source answered at the first.
 * @throws GpuscopeError RECORDING_INVALID when the file can't be written
 */
export async function record(parts: RecordParts): Promise<Recorded> {
  const { collect, recorder, file, header, intervalMs, durationMs, clock, stop } = parts;
  const log = failureLog(parts.onFailure);
  const startMs = clock.monotonicMs();
  let lastMs = -Infinity;
  for (let moments = 0; ; moments += 1) {
    // By the wall's clock, which people may set back: times in a recording never fall.
    const atMs = Math.max(Math.round(clock.nowMs()), lastMs + 1);
    lastMs = atMs;
    const collected = await Promise.race([collect(), told(stop)]);
    if (collected === undefined) return { moments, end: 'stopped' };
    log(collected.failures);
    if (moments === 0 && collected.telemetry === undefined) return { moments, end: 'nothing' };
    const first = moments === 0 ? [header(collected)] : [];
    if (!(await file.write([...first, ...recorder.lines(atMs)]))) return { moments, end: 'full' };
    const elapsed = clock.monotonicMs() - startMs;
    const next = (Math.floor(elapsed / intervalMs) + 1) * intervalMs;
    if (next > durationMs) return { moments: moments + 1, end: 'done' };
    await pause(next - elapsed, stop);
    if (stop.aborted) return { moments: moments + 1, end: 'stopped' };
  }
}
