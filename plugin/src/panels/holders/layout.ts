import { labelWidthFor } from '../shared/labelWidth.js';
import type { Lane, Span } from './lane.js';

export const BAR_HEIGHT = 20;
const GAP = 2;
const LANE_GAP = 6;
/** Room for the scroll bar. */
const MARGIN = 14;
/** A bar that is shorter could not be seen, nor hit. */
const NARROWEST = 3;

export interface HoldersLayout {
  readonly labelWidth: number;
  readonly plotWidth: number;
}

/** @param names of the lanes */
export function holdersLayout(width: number, names: readonly string[]): HoldersLayout {
  const labelWidth = labelWidthFor(width, names);
  return { labelWidth, plotWidth: Math.max(width - labelWidth - MARGIN, 40) };
}

export const laneHeight = ({ levels }: Lane): number => levels * (BAR_HEIGHT + GAP) + LANE_GAP;

/** Where a moment lies, from the left of the plot. */
export const positionOf = (atMs: number, { fromMs, toMs }: Span, width: number): number =>
  ((atMs - fromMs) / (toMs - fromMs)) * width;

export function barBox(
  bar: Span & { readonly level: number },
  range: Span,
  width: number,
): { readonly left: number; readonly width: number; readonly top: number } {
  const left = positionOf(bar.fromMs, range, width);
  const length = Math.max(positionOf(bar.toMs, range, width) - left, NARROWEST);
  return {
    left: Math.min(left, width - length),
    width: length,
    top: bar.level * (BAR_HEIGHT + GAP),
  };
}
