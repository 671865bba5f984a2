import type { Board, Telemetry } from '../normalise/telemetry.js';
import { groupBy } from '../groupBy.js';
import type { Claim, HolderReport } from './claim.js';
import { boardId, indexFigures, type Figures } from './figures.js';
import { heldFigures } from './heldFigures.js';
import { holdingsOf, type Holding } from './holding.js';
import { leavesOf } from './leaf.js';
import { overWindow } from './overWindow.js';
import { strangersFigure } from './owners.js';
import { placeReport, type PlacedReport } from './place.js';
import { splitPower, type PowerSplit } from './power.js';
import { IDLE_BELOW, splitFigure, UNUSED_BELOW, type Split } from './split.js';

/** A leaf with whose it is and whose its figures are; a figure that the source lacks has no parts. */
export interface AttributedLeaf {
  readonly holding: Holding;
  readonly utilization?: Split;
  readonly memory?: Split;
}

export interface AttributedBoard {
  readonly board: Board;
  readonly leaves: readonly AttributedLeaf[];
  /** Fractions of the board's power and energy, in the order of `leaves` and their holdings' parts. */
  readonly power: PowerSplit;
}

export interface Attribution {
  readonly figures: Figures;
  readonly boards: readonly AttributedBoard[];
  readonly unplaced: readonly { readonly source: string; readonly claim: Claim }[];
}

/**
 * Who holds each device, and which part of its figures is theirs.
 *
 * @param floorOf the fraction of a board's present power that it draws when idle, 0–1
 */
export function attribute(
  telemetry: Telemetry,
  reports: readonly HolderReport[],
  floorOf: (board: Board, figures: Figures) => number,
): Attribution {
  const leaves = leavesOf(telemetry.boards);
  const placed = reports.map((report) => placeReport(leaves, telemetry.holders, report));
  const figures = overWindow(indexFigures(telemetry), placed);
  const holdings = groupBy(holdingsOf(leaves, placed), ({ leaf }) => leaf.uuid);
  return {
    figures,
    boards: telemetry.boards.map((board) => {
      const attributed = (holdings.get(board.uuid) ?? []).map((one) =>
        splitLeaf(one, placed, figures),
      );
      return { board, leaves: attributed, power: splitPower(attributed, floorOf(board, figures)) };
    }),
    unplaced: placed.flatMap(({ source, unplaced }) =>
      unplaced.map((claim) => ({ source, claim })),
    ),
  };
}

/** Below which figure a leaf counts as unused. */
const UNUSED = {
  gpu_utilization_ratio: IDLE_BELOW,
  gpu_memory_used_bytes: UNUSED_BELOW,
} as const;

function splitLeaf(
  holding: Holding,
  reports: readonly PlacedReport[],
  figures: Figures,
): AttributedLeaf {
  const { leaf } = holding;
  const used = heldFigures('gpu_utilization_ratio', leaf, reports, figures);
  const kept = heldFigures('gpu_memory_used_bytes', leaf, reports, figures);
  const split = (metric: keyof typeof UNUSED, held: typeof used): Split | undefined => {
    const value = figures.value(metric, leaf);
    return value === undefined ? undefined : splitFigure(holding, value, held, UNUSED[metric]);
  };
  const utilization = split('gpu_utilization_ratio', used);
  const memory = split('gpu_memory_used_bytes', kept);
  const isVisited = strangersFigure(holding, used.figures.length > 0 ? used : kept) > 0;
  return {
    // What a device does while a stranger works on it is no longer its holder's doing alone.
    holding: isVisited ? { ...holding, alone: false } : holding,
    ...(utilization === undefined ? {} : { utilization }),
    ...(memory === undefined ? {} : { memory }),
  };
}

/** A board's figure, such as its power. */
export const boardFigure = (
  figures: Figures,
  metric: Parameters<Figures['value']>[0],
  board: Board,
): number | undefined => figures.value(metric, boardId(board.uuid));
