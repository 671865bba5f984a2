import type { RowLevel } from '../../panels/lines/row.js';
import type { Volume } from './readVolume.js';
import { totalAt } from './readVolume.js';

/** A piece of a bar, in parts of the drawing: 0 is left and top, 1 is right and bottom. */
export interface Bar {
  readonly level: RowLevel;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Room between bars, as a part of a step. */
const GAP = 0.15;

/** Stacked bars, the worst level at the bottom, where levels can be compared. */
export function barsOf(volume: Volume, { fromMs, toMs }: Span): readonly Bar[] {
  const length = Math.max(1, toMs - fromMs);
  const most = Math.max(1, ...volume.times.map((_, at) => totalAt(volume, at)));
  return volume.times.flatMap((time, at) => {
    const x = (time - fromMs) / length;
    const width = (volume.stepMs / length) * (1 - GAP);
    let top = 1;
    return volume.levels.flatMap(({ level, counts }) => {
      const height = (counts[at] ?? 0) / most;
      if (height === 0) return [];
      top -= height;
      return [{ level, x, y: top, width, height }];
    });
  });
}

/** The step that a moment lies in; undefined beside them all. */
export function stepAt({ times, stepMs }: Volume, ms: number): number | undefined {
  const at = times.findIndex((time) => ms >= time && ms < time + stepMs);
  return at < 0 ? undefined : at;
}

/** What was dragged over, at least one step long: whoever clicks on a bar means the bar. */
export function draggedSpan(volume: Volume, one: number, other: number): Span {
  const [low, high] = one < other ? [one, other] : [other, one];
  if (high - low >= volume.stepMs) return { fromMs: low, toMs: high };
  const at = stepAt(volume, (low + high) / 2);
  const from = at === undefined ? low : (volume.times[at] ?? low);
  return { fromMs: from, toMs: from + volume.stepMs };
}
