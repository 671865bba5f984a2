import type { NvmlSnapshot } from '@gpuscope/aggregation';
import type { Clock } from '../../clock.js';
import type { NvmlSession } from './session.js';

/** Polls a session all the time, and looks when asked. */
export interface Sampler {
  /**
   * A look. The first waits until its window is long enough to say something.
   * @throws RestartNeeded
   */
  look(): Promise<NvmlSnapshot>;
  stop(): void;
}

export interface SamplerOptions {
  readonly session: NvmlSession;
  readonly sampleEveryMs: number;
  /** Told when a poll threw; there are no more after it. */
  readonly onFailure: (error: unknown) => void;
  readonly clock: Clock;
  /** As setTimeout does; answers what takes it back. */
  readonly after: (ms: number, work: () => void) => () => void;
}

/** The driver samples no more often than some times a second. */
export const FIRST_WINDOW_MS = 500;

export function startSampler(options: SamplerOptions): Sampler {
  const { session, sampleEveryMs, onFailure, clock, after } = options;
  const startMs = clock.monotonicMs();
  let cancel = after(sampleEveryMs, turn);

  function turn(): void {
    try {
      session.poll();
      cancel = after(sampleEveryMs, turn);
    } catch (error) {
      onFailure(error);
    }
  }

  return {
    async look() {
      const waitMs = startMs + FIRST_WINDOW_MS - clock.monotonicMs();
      if (waitMs > 0) await new Promise<void>((resolve) => after(waitMs, resolve));
      return session.look();
    },
    stop: () => cancel(),
  };
}
