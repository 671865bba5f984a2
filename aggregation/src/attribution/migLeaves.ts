import { groupBy } from '../groupBy.js';
import type { SourceHolder } from '../normalise/telemetry.js';
import type { Claim, DeviceRef, HolderReport } from './claim.js';
import { holderKey } from './holderKey.js';
import { leafKey, type Leaf } from './leaf.js';
import { comparableProfile, profileOfResource } from './slices.js';

/**
 * Which leaf each MIG uuid of the kubelet is. The kubelet names instances by uuid and DCGM by GPU instance id, so it
 * takes one of: the source tells the uuid; the source's own labels name the pod that the kubelet names (every
 * bijection between one holder's uuids and its leaves attributes alike); or the uuids of a profile that are left have
 * the same holders (or none) and are as many as the instances of it that are left.
 */
export function migLeaves(
  leaves: readonly Leaf[],
  labelled: readonly SourceHolder[],
  report: HolderReport,
): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  for (const leaf of leaves) for (const uuid of leaf.migUuids) found.set(uuid, leaf);
  const claims = report.claims.filter(({ device }) => device.by === 'migUuid');
  matchByLabels(leaves, labelled, claims, found);
  matchByElimination(leaves, report, found);
  return found;
}

function matchByLabels(
  leaves: readonly Leaf[],
  labelled: readonly SourceHolder[],
  claims: readonly Claim[],
  found: Map<string, Leaf>,
): void {
  const byHolder = groupBy(labelled, (label) => holderKey({ kind: 'pod', ...label }));
  // By profile too: instances of different profiles need not be shared out alike.
  for (const [profile, ofProfile] of groupBy(claims, ({ resource }) => profileKey(resource))) {
    const open = openUuids(ofProfile, found, ({ holder }) => holderKey(holder));
    for (const [holder, uuids] of open) {
      const keys = new Set((byHolder.get(holder) ?? []).map(leafKey));
      for (const leaf of found.values()) keys.delete(leafKey(leaf));
      const free = leaves.filter(
        (leaf) => keys.has(leafKey(leaf)) && mayBeOfProfile(leaf, profile),
      );
      assign(uuids, free, found);
    }
  }
}

function matchByElimination(
  leaves: readonly Leaf[],
  { claims, capacities }: HolderReport,
  found: Map<string, Leaf>,
): void {
  const holders = groupBy(claims, ({ device }) => migUuidOf(device) ?? '');
  const all = [...claims, ...capacities];
  for (const [profile, uuids] of openUuids(all, found, ({ resource }) => profileKey(resource))) {
    const held = [...uuids].map((uuid) => holdersText(holders.get(uuid) ?? []));
    const taken = new Set([...found.values()].map(leafKey));
    const left = leaves.filter((leaf) => isOfProfile(leaf, profile) && !taken.has(leafKey(leaf)));
    if (new Set(held).size === 1) assign(uuids, left, found);
  }
}

const migUuidOf = (device: DeviceRef): string | undefined =>
  device.by === 'migUuid' ? device.migUuid : undefined;

const holdersText = (claims: readonly Claim[]): string =>
  [...new Set(claims.map(({ holder }) => holderKey(holder)))].sort().join('\n');

/** With the plugin's strategy `single`, instances come under the name of whole GPUs, which tells no profile. */
const profileKey = (resource: string): string => profileOfResource(resource) ?? '';

/** Whether a resource whose name tells this profile (empty where it tells none) can be this leaf. */
const isOfProfile = (leaf: Leaf, profile: string): boolean =>
  leaf.gpuInstance !== '' && (profile === '' || comparableProfile(leaf.migProfile) === profile);

/** Whether a MIG uuid without a leaf may be this one; where there are no instances at all, the source hides them. */
export function mayBeMigLeaf(leaves: readonly Leaf[], resource: string, leaf: Leaf): boolean {
  if (leaves.every(({ gpuInstance }) => gpuInstance === '')) return true;
  if (leaf.gpuInstance === '' || leaf.migUuids.length > 0) return false;
  return mayBeOfProfile(leaf, profileKey(resource));
}

const mayBeOfProfile = (leaf: Leaf, profile: string): boolean =>
  leaf.migProfile === '' || isOfProfile(leaf, profile);

/** Uuids without a leaf yet, grouped. */
function openUuids<T extends { readonly device: DeviceRef }>(
  items: readonly T[],
  found: ReadonlyMap<string, Leaf>,
  keyOf: (item: T) => string,
): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const item of items) {
    const uuid = migUuidOf(item.device);
    if (uuid === undefined || found.has(uuid)) continue;
    const group = groups.get(keyOf(item)) ?? new Set<string>();
    groups.set(keyOf(item), group.add(uuid));
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
