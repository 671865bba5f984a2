import type { Clock } from '../clock.js';

/** A running schedule. */
export interface Schedule {
  /** Starts no more runs; settles when the one under way has ended. */
  stop(): Promise<void>;
}

/**
 * Runs at once and then on a grid of the interval, by the monotonic clock. Runs never overlap: after one that took too
 * long, the next waits for the next line of the grid. `run` must not throw.
 */
export function startSchedule(
  intervalMs: number,
  clock: Clock,
  run: () => Promise<void>,
): Schedule {
  const startMs = clock.monotonicMs();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  let line = 0;

  async function turn(): Promise<void> {
    await run();
    if (stopped) return;
    const elapsed = clock.monotonicMs() - startMs;
    // Timers may be early by a part of a millisecond: never the same line twice.
    line = Math.max(line, Math.floor(elapsed / intervalMs)) + 1;
    timer = setTimeout(
      () => {
        underWay = turn();
      },
      Math.ceil(line * intervalMs - elapsed),
    );
  }

  let underWay = turn();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
