import type { PodInfo } from '@gpuscope/aggregation';

/** What the kubelet numbers a static pod with: the MD5 of its manifest, without dashes. */
const HASH = /^[0-9a-f]{32}$/;

const HASH_ANNOTATIONS = ['kubernetes.io/config.hash', 'kubernetes.io/config.mirror'] as const;

/**
 * The uid that stands in the paths of a pod's cgroups. A static pod has one of the kubelet's own, which the pod that
 * the API shows for it carries as an annotation. Anybody can write annotations: only a pod that a node owns is
 * believed, and only a text that no other pod's uid looks like.
 */
export function cgroupUid({ uid, owner, annotations }: PodInfo): string {
  if (owner?.kind !== 'Node') return uid;
  const hashes = HASH_ANNOTATIONS.map((key) => annotations.get(key) ?? '');
  return hashes.find((hash) => HASH.test(hash)) ?? uid;
}
