import { groupBy, sumOf } from '../groupBy.js';
import type { Claim, Holder } from './claim.js';
import { holderKey, ownerKey } from './holderKey.js';
import type { Leaf } from './leaf.js';
import { leafKey } from './leaf.js';
import type { PlacedReport } from './place.js';
import { tokensOf } from './tokens.js';

/** A holder's part of a leaf, 0–1. */
export interface HeldPart {
  readonly holder: Holder;
  readonly allocated: number;
}

/** Who holds a leaf. The parts and `free` add up to 1 where `known`, else there are no parts. */
export interface Holding {
  readonly leaf: Leaf;
  readonly known: boolean;
  readonly parts: readonly HeldPart[];
  readonly free: number;
  /** One holder, and nobody else can be given a part. */
  readonly alone: boolean;
  /** Whether the holders are known by their processes, so that others may be there too. */
  readonly byUse: boolean;
  /** 1 or 0 where the kubelet's list of devices on offer is known. */
  readonly allocatable?: boolean;
}

/** Per leaf, the first report that knows it decides. Nobody's silence frees what an earlier report may hold. */
export function holdingsOf(leaves: readonly Leaf[], reports: readonly PlacedReport[]): Holding[] {
  return leaves.map((leaf) => {
    const key = leafKey(leaf);
    const report = decisive(leaf, reports);
    const offered = isOffered(leaf, reports);
    const allocatable = offered === undefined ? {} : { allocatable: offered };
    if (report === undefined) {
      return { leaf, known: false, parts: [], free: 0, alone: false, byUse: false, ...allocatable };
    }
    const replicas = report.replicas.get(key) ?? 1;
    const parts = partsOf(report.claims.get(key) ?? [], replicas);
    const free = Math.max(0, 1 - sumOf(parts, ({ allocated }) => allocated));
    const alone = parts.length === 1 && free < ROUNDING;
    return {
      leaf,
      known: true,
      parts,
      free: free < ROUNDING ? 0 : free,
      alone,
      byUse: report.byUse,
      ...allocatable,
    };
  });
}

function decisive(leaf: Leaf, reports: readonly PlacedReport[]): PlacedReport | undefined {
  const key = leafKey(leaf);
  let open = false;
  for (const report of reports) {
    if (report.claims.has(key)) return report;
    open ||= report.mayHold(leaf);
    if (!open && (report.replicas.has(key) || report.silentMeansFree)) return report;
  }
  return undefined;
}

/** Undefined where no source lists what is on offer, or where something that it lists may be this leaf. */
function isOffered(leaf: Leaf, reports: readonly PlacedReport[]): boolean | undefined {
  const key = leafKey(leaf);
  if (reports.some(({ replicas }) => replicas.has(key))) return true;
  const lists = reports.some(({ replicas }) => replicas.size > 0);
  return lists && !reports.some(({ mayOffer }) => mayOffer(leaf)) ? false : undefined;
}

const ROUNDING = 1e-9;

interface Held {
  readonly holder: Holder;
  readonly replicas: number;
  readonly stated: number | undefined;
}

function partsOf(claims: readonly Claim[], replicas: number): HeldPart[] {
  const held = mergeByHolder(claims);
  if (held.some(({ stated }) => stated !== undefined)) return statedParts(held);
  if (replicas > 1) {
    const whole = Math.max(
      replicas,
      sumOf(held, (one) => one.replicas),
    );
    return held.map((one) => ({ holder: one.holder, allocated: one.replicas / whole }));
  }
  return equalParts(held, 1);
}

/** Stated shares as stated, scaled down where they exceed the device; who stated nothing shares what is left. */
function statedParts(held: readonly Held[]): HeldPart[] {
  const sum = sumOf(held, ({ stated }) => stated ?? 0);
  const scale = sum > 1 ? 1 / sum : 1;
  const stated = held.flatMap((one) =>
    one.stated === undefined ? [] : [{ holder: one.holder, allocated: one.stated * scale }],
  );
  const silent = held.filter((one) => one.stated === undefined);
  return [...stated, ...equalParts(silent, Math.max(0, 1 - sum))];
}

/** An equal part for each pod, then for each of its containers. */
function equalParts(held: readonly Held[], whole: number): HeldPart[] {
  const owners = groupBy(held, ({ holder }) => ownerKey(holder));
  return held.map(({ holder }) => {
    const siblings = owners.get(ownerKey(holder))?.length ?? 1;
    return { holder, allocated: whole / owners.size / siblings };
  });
}

/** A device that one holder has under two resource names is held once, in two ways. */
function mergeByHolder(claims: readonly Claim[]): Held[] {
  return [...groupBy(claims, ({ holder }) => holderKey(holder)).values()].flatMap((same) => {
    const first = same[0];
    if (first === undefined) return [];
    const byResource = [...groupBy(same, ({ resource }) => resource).values()];
    const stated = byResource
      .map((claims) => claims.flatMap(({ statedShare }) => statedShare ?? []))
      .filter((shares) => shares.length > 0)
      .map((shares) => sumOf(shares, (share) => share));
    return {
      holder: first.holder,
      replicas: tokensOf(same),
      stated: stated.length === 0 ? undefined : Math.max(...stated),
    };
  });
}
