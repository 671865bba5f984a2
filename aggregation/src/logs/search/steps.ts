import { GpuscopeError } from '../../errors.js';
import type { TimeRange } from '../question.js';
import { say } from '../../said/index.js';

/** The most steps of one series. */
const STEPS_LIMIT = 10_000;

const firstStep = ({ fromMs }: TimeRange, intervalMs: number) =>
  Math.floor(fromMs / intervalMs) * intervalMs;

/** How many steps a range touches. Steps begin at multiples of the interval since the epoch, as stores have it. */
export function stepCount(range: TimeRange, intervalMs: number): number {
  const first = firstStep(range, intervalMs);
  return Math.max(0, Math.ceil((range.toMs - first) / intervalMs));
}

/** The beginnings of all steps that a range touches; ms since the epoch. */
export function stepsOf(range: TimeRange, intervalMs: number): readonly number[] {
  const first = firstStep(range, intervalMs);
  return Array.from({ length: stepCount(range, intervalMs) }, (_, at) => first + at * intervalMs);
}

/** @throws GpuscopeError QUERY_INVALID for an interval that is none, LIMIT_EXCEEDED for too many steps. */
export function checkSteps(range: TimeRange, intervalMs: number): void {
  if (!Number.isInteger(intervalMs) || intervalMs < 1) {
    throw new GpuscopeError('QUERY_INVALID', say('question.step', { step: intervalMs }));
  }
  const steps = stepCount(range, intervalMs);
  if (steps <= STEPS_LIMIT) return;
  throw new GpuscopeError(
    'LIMIT_EXCEEDED',
    say('question.manySteps', { steps, step: intervalMs, most: STEPS_LIMIT }),
  );
}
