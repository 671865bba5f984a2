import { groupBy } from '../groupBy.js';
import type { SourceHolder } from '../normalise/telemetry.js';
import type { Claim, HolderReport } from './claim.js';
import { holderKey } from './holderKey.js';
import { leafKey, type Leaf } from './leaf.js';
import { comparableProfile, profileOfResource } from './slices.js';

/**
 * Which leaf each MIG uuid of the kubelet is. The kubelet names instances by uuid and DCGM by GPU instance id, so it
 * takes one of: the source tells the uuid; the source's own labels name the pod that the kubelet names (every
 * bijection between one holder's uuids and its leaves attributes alike); or one holder's uuids of a profile are
 * as many as the instances of it that are left.
 */
export function migLeaves(
  leaves: readonly Leaf[],
  labelled: readonly SourceHolder[],
  report: HolderReport,
): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  for (const leaf of leaves) if (leaf.migUuid !== undefined) found.set(leaf.migUuid, leaf);
  const claims = report.claims.filter((claim) => claim.device.by === 'migUuid');
  matchByLabels(leaves, labelled, claims, found);
  matchByElimination(leaves, claims, found);
  return found;
}

function matchByLabels(
  leaves: readonly Leaf[],
  labelled: readonly SourceHolder[],
  claims: readonly Claim[],
  found: Map<string, Leaf>,
): void {
  const byHolder = groupBy(labelled, (label) => holderKey({ kind: 'pod', ...label }));
  for (const [key, uuids] of openUuids(claims, found, (claim) => holderKey(claim.holder))) {
    const labels = byHolder.get(key) ?? [];
    const keys = new Set(labels.map(leafKey));
    const taken = new Set([...found.values()].map(leafKey));
    const free = leaves.filter((leaf) => keys.has(leafKey(leaf)) && !taken.has(leafKey(leaf)));
    assign(uuids, free, found);
  }
}

function matchByElimination(
  leaves: readonly Leaf[],
  claims: readonly Claim[],
  found: Map<string, Leaf>,
): void {
  for (const [profile, uuids] of openUuids(claims, found, (c) => profileOfResource(c.resource))) {
    const holders = new Set(
      claims
        .filter(({ device }) => device.by === 'migUuid' && uuids.has(device.migUuid))
        .map(({ holder }) => holderKey(holder)),
    );
    const taken = new Set([...found.values()].map(leafKey));
    const left = leaves.filter(
      (leaf) => comparableProfile(leaf.migProfile) === profile && !taken.has(leafKey(leaf)),
    );
    if (holders.size === 1 && left.length === uuids.size) assign(uuids, left, found);
  }
}

/** Uuids without a leaf yet, grouped; groups without a key are left out. */
function openUuids(
  claims: readonly Claim[],
  found: ReadonlyMap<string, Leaf>,
  keyOf: (claim: Claim) => string | undefined,
): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const claim of claims) {
    const key = keyOf(claim);
    if (claim.device.by !== 'migUuid' || key === undefined) continue;
    if (found.has(claim.device.migUuid)) continue;
    const group = groups.get(key) ?? new Set<string>();
    groups.set(key, group.add(claim.device.migUuid));
  }
  return groups;
}

/** Pairs uuids and leaves in order, only when there are as many of one as of the other. */
function assign(
  uuids: ReadonlySet<string>,
  leaves: readonly Leaf[],
  found: Map<string, Leaf>,
): void {
  if (uuids.size !== leaves.length) return;
  [...uuids].sort().forEach((uuid, i) => {
    const leaf = leaves[i];
    if (leaf !== undefined) found.set(uuid, leaf);
  });
}
