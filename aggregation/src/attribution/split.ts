import { sumOf } from '../groupBy.js';
import type { HeldFigures, OwnedFigure } from './heldFigures.js';
import type { Holding } from './holding.js';
import { divide, strangersFigure } from './owners.js';

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

/** What is left of a figure when floating-point sums that should match do not. */
const ROUNDING = 1e-9;

/**
 * Splits a gauge of a leaf among its holders. Figures per holder win where there are some and they can be believed;
 * scaled down where they exceed the device's figure; what they leave is overhead, and what belongs to processes of
 * nobody who holds the device is unknown. Who is alone has all that is not known to be another's.
 *
 * @param idleBelow the figure of a device that nobody uses: below it, figures per pod may well be all 0
 */
export function splitFigure(
  holding: Holding,
  figure: number,
  held: HeldFigures,
  idleBelow: number,
): Split {
  if (!holding.known) return unowned({ unknown: figure });
  const unknown = strangersPart(holding, figure, held);
  const isStrange = unknown > ROUNDING * figure;
  if (holding.parts.length === 0) {
    return unowned(isStrange ? { free: figure - unknown, unknown } : { free: figure });
  }
  if (holding.alone) {
    return isStrange
      ? { parts: [figure - unknown], rest: { unknown }, method: 'process', distrusted: 0 }
      : { parts: [figure], rest: {}, method: 'exclusive', distrusted: 0 };
  }
  const believed = isBelieved(held, figure, idleBelow);
  if (held.figures.length === 0 || !believed) {
    return { ...byShare(holding, figure), distrusted: believed ? 0 : held.figures.length };
  }
  return byProcess(holding, figure, held.figures);
}

/** What is not the holders', scaled down like theirs where all figures together exceed the device's. */
function strangersPart(holding: Holding, figure: number, held: HeldFigures): number {
  const strangers = strangersFigure(holding, held);
  if (strangers === 0) return 0;
  const all = Math.max(
    strangers,
    sumOf(held.figures, ({ value }) => value),
  );
  // Rounding must not make it more than there is.
  return all > figure ? Math.min(figure, strangers * (figure / all)) : strangers;
}

/**
 * Per-pod figures that are all 0 under a busy device come from a source that can't see the pods' processes. Processes that
 * were looked at and did nothing are another matter: then the device was busy for nobody among them.
 */
const isBelieved = ({ by, figures }: HeldFigures, figure: number, idleBelow: number): boolean =>
  by === 'process' || figure < idleBelow || figures.some(({ value }) => value > 0);

const unowned = (rest: Split['rest']): Split => ({
  parts: [],
  rest,
  method: 'share',
  distrusted: 0,
});

function byShare(holding: Holding, figure: number): Split {
  const held = sumOf(holding.parts, ({ allocated }) => allocated);
  const parts = holding.parts.map(({ allocated }) => (held > 0 ? figure * (allocated / held) : 0));
  const rest = held > 0 ? {} : { overhead: figure };
  return { parts, rest, method: 'share', distrusted: 0 };
}

function byProcess({ parts }: Holding, figure: number, figures: readonly OwnedFigure[]): Split {
  const divided = figures.map((one) => divide(one, parts));
  const raw = parts.map((_, i) => sumOf(divided, (among) => among?.[i] ?? 0));
  const held = sumOf(raw, (value) => value);
  const all = Math.max(
    held,
    sumOf(figures, ({ value }) => value),
  );
  const scale = all > figure ? figure / all : 1;
  // Figures of those that hold nothing here (they just ended, or hold it by other means) are nobody's that we know.
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
