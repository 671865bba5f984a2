import type { Span } from './lane.js';

/** A figure at a moment. */
export interface Point {
  readonly timeMs: number;
  /** NaN where there was none. */
  readonly value: number;
}

/** A time without a break, and the figure that it ended with. */
export interface Stretch extends Span {
  readonly value: number;
}

/** A sample that is late by less than this part of a step is no break. */
const SLACK = 1.5;

/** The distance of samples: the smallest between any two; `otherwise` where there are no two. */
export function stepOf(series: readonly (readonly Point[])[], otherwise: number): number {
  const distances = series.flatMap((points) =>
    points.slice(1).map(({ timeMs }, at) => timeMs - (points[at]?.timeMs ?? timeMs)),
  );
  const smallest = distances.reduce(
    (least, distance) => (distance > 0 ? Math.min(least, distance) : least),
    Infinity,
  );
  return Number.isFinite(smallest) ? smallest : otherwise;
}

/** When the figure was more than nought; a sample speaks for one step from its moment on. */
export function stretches(points: readonly Point[], stepMs: number): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const { timeMs, value } of points) {
    if (!(value > 0)) continue;
    const last = found.at(-1);
    const toMs = timeMs + stepMs;
    if (last !== undefined && timeMs <= last.toMs + (SLACK - 1) * stepMs) {
      found[found.length - 1] = { fromMs: last.fromMs, toMs, value };
    } else {
      found.push({ fromMs: timeMs, toMs, value });
    }
  }
  return found;
}

/** Stretches that overlap or touch become one; at its end it has the figures of all that ended then. */
export function joined(all: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[][] = [];
  let endMs = -Infinity;
  for (const stretch of [...all].sort((a, b) => a.fromMs - b.fromMs)) {
    if (stretch.fromMs > endMs) found.push([stretch]);
    else found.at(-1)?.push(stretch);
    endMs = Math.max(endMs, stretch.toMs);
  }
  return found.map(whole);
}

function whole(parts: readonly Stretch[]): Stretch {
  const toMs = Math.max(...parts.map((part) => part.toMs));
  const last = parts.filter((part) => part.toMs === toMs);
  return {
    fromMs: Math.min(...parts.map(({ fromMs }) => fromMs)),
    toMs,
    value: last.reduce((sum, { value }) => sum + value, 0),
  };
}

/** The part of a stretch within a range; undefined where there is none. */
export function clipped<T extends Span>(span: T, { fromMs, toMs }: Span): T | undefined {
  const from = Math.max(span.fromMs, fromMs);
  const to = Math.min(span.toMs, toMs);
  return from < to ? { ...span, fromMs: from, toMs: to } : undefined;
}

/** Puts spans into as few levels as need be, so that none overlap in one: the level of each, in the given order. */
export function levelsOf(spans: readonly Span[]): readonly number[] {
  const ends: number[] = [];
  const order = spans
    .map((span, at) => ({ span, at }))
    .sort((a, b) => a.span.fromMs - b.span.fromMs);
  const levels = new Array<number>(spans.length).fill(0);
  for (const { span, at } of order) {
    const free = ends.findIndex((end) => end <= span.fromMs);
    const level = free === -1 ? ends.length : free;
    ends[level] = span.toMs;
    levels[at] = level;
  }
  return levels;
}
