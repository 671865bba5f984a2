import { groupBy } from '../groupBy.js';
import type { SourceHolder } from '../normalise/telemetry.js';
import type {
  Capacity,
  Claim,
  DeviceFigure,
  DeviceRef,
  HeldFigure,
  HolderReport,
} from './claim.js';
import { figureKey } from './figures.js';
import type { Leaf } from './leaf.js';
import { tokensOf } from './tokens.js';
import { leafKey } from './leaf.js';
import { mayBeMigLeaf, migLeaves } from './migLeaves.js';

/** What one holder source knows, by leaf. */
export interface PlacedReport {
  readonly source: string;
  readonly claims: ReadonlyMap<string, readonly Claim[]>;
  /** Tokens on offer, by leaf. */
  readonly replicas: ReadonlyMap<string, number>;
  readonly unplaced: readonly Claim[];
  /** Whether one of the unplaced claims may be on this leaf. */
  readonly mayHold: (leaf: Leaf) => boolean;
  /** Whether something on offer that was not found may be this leaf. */
  readonly mayOffer: (leaf: Leaf) => boolean;
  /** Whether a leaf that this source does not mention is free, as far as its claims could be placed. */
  readonly silentMeansFree: boolean;
  /** Figures that it measured per holder, by metric and leaf as `figureKey` writes them. */
  readonly figures: ReadonlyMap<string, readonly HeldFigure[]>;
  /** Figures of whole leaves over the same window, by the same keys. */
  readonly deviceFigures: ReadonlyMap<string, readonly DeviceFigure[]>;
  /** Whether its claims are seen from use (it measures), not from what was given out. */
  readonly byUse: boolean;
  /** Uuids of boards that MPS shares out, as far as it sees. */
  readonly mpsDevices: ReadonlySet<string>;
}

/** No leaf's key: those carry a slash. */
const UNPLACED = '';

/** Finds the leaf of each claim and capacity of a report. */
export function placeReport(
  leaves: readonly Leaf[],
  labelled: readonly SourceHolder[],
  report: HolderReport,
): PlacedReport {
  const find = finder(leaves, migLeaves(leaves, labelled, report));
  const claims = groupBy(report.claims, ({ device }) => {
    const leaf = find(device);
    return leaf === undefined ? UNPLACED : leafKey(leaf);
  });
  const unplaced = claims.get(UNPLACED) ?? [];
  claims.delete(UNPLACED);
  const lost = report.capacities.filter(({ device }) => find(device) === undefined);
  return {
    source: report.source,
    claims,
    replicas: replicasByLeaf(report.capacities, find),
    unplaced,
    mayHold: (leaf) => unplaced.some((claim) => mayBe(leaves, claim, leaf)),
    mayOffer: (leaf) => lost.some((capacity) => mayBe(leaves, capacity, leaf)),
    silentMeansFree: report.silentMeansFree,
    figures: figuresByLeaf(report.figures ?? [], find),
    deviceFigures: figuresByLeaf(report.deviceFigures ?? [], find),
    byUse: report.figures !== undefined,
    mpsDevices: new Set(report.mpsDevices),
  };
}

function figuresByLeaf<Figure extends DeviceFigure>(
  figures: readonly Figure[],
  find: (ref: DeviceRef) => Leaf | undefined,
): Map<string, Figure[]> {
  const placed = figures.flatMap((figure) => {
    const leaf = find(figure.device);
    return leaf === undefined ? [] : [{ figure, key: figureKey(figure.metric, leaf) }];
  });
  return new Map(
    [...groupBy(placed, ({ key }) => key)].map(([key, same]) => [
      key,
      same.map(({ figure }) => figure),
    ]),
  );
}

/**
 * Whether a device without a leaf may be this leaf all the same: the kubelet and the source can differ in how a board is
 * cut up (it was just changed, or the source does not tell), and neither then makes the board free.
 */
function mayBe(
  leaves: readonly Leaf[],
  { device, resource }: Pick<Claim, 'device' | 'resource'>,
  leaf: Leaf,
): boolean {
  switch (device.by) {
    case 'uuid':
    case 'instance':
      return leaf.uuid === device.uuid;
    case 'minor':
      return leaf.board.minor === undefined || leaf.board.minor === device.minor;
    case 'migUuid':
      return mayBeMigLeaf(leaves, resource, leaf);
  }
}

function replicasByLeaf(
  capacities: readonly Capacity[],
  find: (ref: DeviceRef) => Leaf | undefined,
): Map<string, number> {
  const byLeaf = groupBy(capacities, ({ device }) => {
    const leaf = find(device);
    return leaf === undefined ? UNPLACED : leafKey(leaf);
  });
  byLeaf.delete(UNPLACED);
  return new Map([...byLeaf].map(([key, same]) => [key, tokensOf(same)]));
}

function finder(
  leaves: readonly Leaf[],
  byMigUuid: ReadonlyMap<string, Leaf>,
): (ref: DeviceRef) => Leaf | undefined {
  const byKey = new Map(leaves.map((leaf) => [leafKey(leaf), leaf]));
  const byMinor = new Map(
    leaves.map((leaf) => [`${leaf.board.minor ?? ''}/${leaf.gpuInstance}`, leaf]),
  );
  return (ref) => {
    switch (ref.by) {
      case 'uuid':
        return byKey.get(leafKey({ uuid: ref.uuid, gpuInstance: '' }));
      case 'instance':
        return byKey.get(leafKey(ref));
      case 'migUuid':
        return byMigUuid.get(ref.migUuid);
      case 'minor':
        return byMinor.get(`${ref.minor}/${ref.gpuInstance}`);
    }
  };
}
