import { sumOf } from '../groupBy.js';
import type { HolderFigure } from '../normalise/telemetry.js';
import type { HeldPart, Holding } from './holding.js';

/** How a workload's figure was found: the device is its own, its processes say so, or by what it holds. */
export type Method = 'exclusive' | 'process' | 'share';

/** Why a part is no workload's: nobody holds the device, nobody knows who does, or it is not the holders'. */
export type Unowned = 'free' | 'unknown' | 'overhead';

/** A device's figure in parts; `parts[i]` belongs to the holding's part i. All of them add up to the figure. */
export interface Split {
  readonly parts: readonly number[];
  readonly rest: Readonly<Partial<Record<Unowned, number>>>;
  readonly method: Method;
  /** Figures per holder that were all 0 under a busy device, and so were not believed. */
  readonly distrusted: number;
}

/** A ratio below which a device counts as idle: finer than GPU_UTIL, which knows whole percents, can show. */
export const IDLE_BELOW = 0.005;

/**
 * Bytes below which no process has a device open: a driver keeps some megabytes for itself, the smallest CUDA context
 * takes over a hundred.
 */
export const UNUSED_BELOW = 64 * 2 ** 20;

/**
 * Splits a gauge of a leaf among its holders. Figures per pod win where there are some and they can be believed;
 * scaled down where they exceed the device's figure; what they leave is overhead.
 *
 * @param idleBelow the figure of a device that nobody uses: below it, figures per pod may well be all 0
 */
export function splitFigure(
  holding: Holding,
  figure: number,
  perHolder: readonly HolderFigure[],
  idleBelow: number,
): Split {
  if (!holding.known) return unowned('unknown', figure);
  if (holding.parts.length === 0) return unowned('free', figure);
  if (holding.alone) return { parts: [figure], rest: {}, method: 'exclusive', distrusted: 0 };
  const believed = sumOf(perHolder, ({ value }) => value) > 0 || figure < idleBelow;
  if (perHolder.length === 0 || !believed) {
    return { ...byShare(holding, figure), distrusted: believed ? 0 : perHolder.length };
  }
  return byProcess(holding, figure, perHolder);
}

const unowned = (reason: Unowned, figure: number): Split => ({
  parts: [],
  rest: { [reason]: figure },
  method: 'share',
  distrusted: 0,
});

function byShare(holding: Holding, figure: number): Split {
  const held = sumOf(holding.parts, ({ allocated }) => allocated);
  const parts = holding.parts.map(({ allocated }) => (held > 0 ? figure * (allocated / held) : 0));
  const rest = held > 0 ? {} : { overhead: figure };
  return { parts, rest, method: 'share', distrusted: 0 };
}

/** What is left of a figure when floating-point sums that should match do not. */
const ROUNDING = 1e-9;

function byProcess(holding: Holding, figure: number, perHolder: readonly HolderFigure[]): Split {
  const raw = holding.parts.map((part) => partFigure(part, holding, perHolder));
  const held = sumOf(raw, (value) => value);
  const all = Math.max(
    held,
    sumOf(perHolder, ({ value }) => value),
  );
  const scale = all > figure ? figure / all : 1;
  // Figures of pods that hold nothing here (they just ended, or hold it by other means) are nobody's that we know.
  const unknown = (all - held) * scale;
  const overhead = figure - all;
  const dust = ROUNDING * figure;
  return {
    parts: raw.map((value) => value * scale),
    rest: { ...(unknown > dust ? { unknown } : {}), ...(overhead > dust ? { overhead } : {}) },
    method: 'process',
    distrusted: 0,
  };
}

/** A pod's figure, divided among its containers by what they hold unless it names the container. */
function partFigure(part: HeldPart, holding: Holding, perHolder: readonly HolderFigure[]): number {
  const { holder } = part;
  if (holder.kind !== 'pod') return 0;
  const samePod = (other: { readonly namespace: string; readonly pod: string }): boolean =>
    other.namespace === holder.namespace && other.pod === holder.pod;
  const siblings = sumOf(holding.parts, (other) =>
    other.holder.kind === 'pod' && samePod(other.holder) ? other.allocated : 0,
  );
  return sumOf(perHolder, (figure) => {
    if (!samePod(figure)) return 0;
    if (figure.container !== '') return figure.container === holder.container ? figure.value : 0;
    return siblings > 0 ? figure.value * (part.allocated / siblings) : 0;
  });
}
