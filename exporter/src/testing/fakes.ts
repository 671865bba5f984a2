import type { Board, Reading, Telemetry } from '@gpuscope/aggregation';
import { NO_TELEMETRY } from '@gpuscope/aggregation';
import { GpuscopeError } from '@gpuscope/aggregation';
import type { Clock } from '../clock.js';
import type { LogSink } from '../logger.js';

/** A clock that stands still until it is told to move. */
export interface FakeClock extends Clock {
  advance(ms: number): void;
  /** Sets the wall clock only, as an administrator or NTP does. */
  jump(ms: number): void;
}

export function fakeClock(startMs = 1_700_000_000_000): FakeClock {
  let wall = startMs;
  let monotonic = 5_000;
  return {
    nowMs: () => wall,
    monotonicMs: () => monotonic,
    advance(ms) {
      wall += ms;
      monotonic += ms;
    },
    jump(ms) {
      wall += ms;
    },
  };
}

export const board = (uuid: string, rest: Partial<Board> = {}): Board => ({
  uuid,
  gpu: '0',
  model: 'Synthetic X1',
  pciBusId: '00000000:01:00.0',
  driverVersion: '580.1',
  instances: [],
  ...rest,
});

export const telemetry = (rest: Partial<Telemetry> = {}): Telemetry => ({
  ...NO_TELEMETRY,
  ...rest,
});

export const reading = (
  metric: Reading['metric'],
  uuid: string,
  value: number,
  rest: Partial<Reading> = {},
): Reading => ({ metric, uuid, gpuInstance: '', value, ...rest });

/** The GpuscopeError that a promise rejects with; fails the test when it does not. */
export async function failureOf(work: Promise<unknown>): Promise<GpuscopeError> {
  const outcome = await work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('error' in outcome && outcome.error instanceof GpuscopeError) return outcome.error;
  throw new Error(`expected a GpuscopeError, got ${JSON.stringify(outcome)}`);
}

/** Keeps log lines, parsed. */
export function logCatcher(): LogSink & { readonly lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  return {
    lines,
    write: (line) => {
      lines.push(JSON.parse(line) as Record<string, unknown>);
    },
  };
}

export const never = new AbortController().signal;
