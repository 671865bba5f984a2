import type { HolderFigure, SourceHolder } from '../normalise/telemetry.js';
import type { Holder } from './claim.js';
import { figureKey, type Figures } from './figures.js';
import type { Leaf } from './leaf.js';
import { believedUnderMps } from './mps.js';
import type { PlacedReport } from './place.js';

type HeldMetric = HolderFigure['metric'];

/** A figure on one leaf and whose it is; nobody's that we know, where the holder is absent. */
export interface OwnedFigure {
  readonly holder?: Holder;
  readonly value: number;
}

/** What is told of one figure of a leaf by holder. */
export interface HeldFigures {
  /** A holder source measured it by processes, or the source gives it per pod. */
  readonly by: 'process' | 'pod';
  /** Empty where nothing is told. */
  readonly figures: readonly OwnedFigure[];
}

const NO_FIGURES: HeldFigures = { by: 'pod', figures: [] };

/**
 * The figures per holder of a leaf: of the first report that has some, else the source's own. Under MPS neither is
 * believed, save on chips that are known to keep their clients apart.
 */
export function heldFigures(
  metric: HeldMetric,
  leaf: Leaf,
  reports: readonly PlacedReport[],
  figures: Figures,
): HeldFigures {
  const underMps = reports.some(({ mpsDevices }) => mpsDevices.has(leaf.uuid));
  if (underMps && !believedUnderMps(leaf.board.model, metric)) return NO_FIGURES;
  for (const report of reports) {
    const found = report.figures.get(figureKey(metric, leaf)) ?? [];
    if (found.length > 0) return { by: 'process', figures: found.map(owned) };
  }
  return {
    by: 'pod',
    figures: figures.perHolder(metric, leaf).map((one) => ({ holder: podOf(one), ...owned(one) })),
  };
}

/** A value that no measurement gives would break all sums. */
const owned = ({ holder, value }: OwnedFigure): OwnedFigure => ({
  ...(holder === undefined ? {} : { holder }),
  value: Number.isFinite(value) ? Math.max(0, value) : 0,
});

const podOf = ({ namespace, pod, container }: SourceHolder): Holder => ({
  kind: 'pod',
  namespace,
  pod,
  container,
});
