import { groupBy, sumOf } from '../groupBy.js';
import type { Claim, Holder } from './claim.js';
import { holderKey, ownerKey } from './holderKey.js';
import type { Leaf } from './leaf.js';
import { leafKey } from './leaf.js';
import type { PlacedReport } from './place.js';

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
  /** 1 or 0 where the kubelet's list of devices on offer is known. */
  readonly allocatable?: boolean;
}

/** Per leaf, the first report that knows it decides. */
export function holdingsOf(leaves: readonly Leaf[], reports: readonly PlacedReport[]): Holding[] {
  return leaves.map((leaf) => {
    const key = leafKey(leaf);
    const report = reports.find(
      (r) => r.claims.has(key) || r.replicas.has(key) || r.silentMeansFree(leaf),
    );
    const offered = reports.find((r) => r.replicas.size > 0);
    const allocatable = offered === undefined ? {} : { allocatable: offered.replicas.has(key) };
    if (report === undefined) {
      return { leaf, known: false, parts: [], free: 0, alone: false, ...allocatable };
    }
    const replicas = report.replicas.get(key) ?? 1;
    const parts = partsOf(report.claims.get(key) ?? [], replicas);
    const free = Math.max(0, 1 - sumOf(parts, ({ allocated }) => allocated));
    const alone = parts.length === 1 && replicas <= 1 && free < ROUNDING;
    return { leaf, known: true, parts, free: free < ROUNDING ? 0 : free, alone, ...allocatable };
  });
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

function mergeByHolder(claims: readonly Claim[]): Held[] {
  return [...groupBy(claims, ({ holder }) => holderKey(holder)).values()].flatMap((same) => {
    const first = same[0];
    if (first === undefined) return [];
    const stated = same.flatMap((claim) =>
      claim.statedShare === undefined ? [] : [claim.statedShare],
    );
    return {
      holder: first.holder,
      replicas: sumOf(same, (claim) => claim.replicas),
      stated: stated.length === 0 ? undefined : sumOf(stated, (share) => share),
    };
  });
}
