import { containerOf } from './container.js';

/** What a path says of a pod: its uid, and the container where it is one of the pod's. */
export interface PodGroup {
  /** With dashes; 32 hexadecimal digits for a static pod. */
  readonly podUid: string;
  /** Empty for what belongs to the pod alone, such as conmon. */
  readonly containerId: string;
}

/** A static pod's uid is a hash, without dashes; in a slice's name a dash would be another level. */
const UID =
  '(?<uid>[0-9a-f]{8}(?<dash>[-_]?)[0-9a-f]{4}\\k<dash>[0-9a-f]{4}\\k<dash>[0-9a-f]{4}\\k<dash>[0-9a-f]{12})';

/** `kubepods` of the driver cgroupfs, `kubepods.slice` of systemd's; kind's kubelets put `kubelet-` before it. */
const ROOT = /^(?:kubepods|(?:[\w.]+-)*kubepods\.slice)$/;

/** Guaranteed pods have no group of their own class, except where a kubelet is told so. */
const CLASS =
  /^(?:burstable|besteffort|guaranteed|(?:[\w.]+-)*kubepods-(?:burstable|besteffort|guaranteed)\.slice)$/;

const PLAIN_POD = new RegExp(`^pod${UID}$`);

/** The slice's name tells its whole path, so that it needs no group above it to be believed. */
const SLICE_POD = new RegExp(
  `^(?:[\\w.]+-)*kubepods(?:-(?:burstable|besteffort|guaranteed))?-pod${UID}\\.slice$`,
);

const uidOf = (pattern: RegExp, part: string): string | undefined =>
  pattern.exec(part)?.groups?.['uid']?.replaceAll('_', '-');

/**
 * containerd with its own cgroup driver under a kubelet with systemd's makes one group of it all:
 * `kubepods-pod<uid>.slice:cri-containerd:<id>`.
 */
function colonForm(part: string): PodGroup | undefined {
  const [slice = '', prefix, id = ''] = part.split(':');
  const podUid = uidOf(SLICE_POD, slice);
  if (podUid === undefined || prefix === undefined) return undefined;
  return { podUid, containerId: containerOf(id)?.id ?? '' };
}

function slicePod(parts: readonly string[]): PodGroup | undefined {
  const [first = '', second = ''] = parts;
  const colons = colonForm(first);
  if (colons !== undefined) return colons;
  const podUid = uidOf(SLICE_POD, first);
  return podUid === undefined ? undefined : { podUid, containerId: containerOf(second)?.id ?? '' };
}

function plainPod([first = '', second = '']: readonly string[]): PodGroup | undefined {
  const podUid = uidOf(PLAIN_POD, first);
  return podUid === undefined ? undefined : { podUid, containerId: containerOf(second)?.id ?? '' };
}

/**
 * The pod that `parts` begin with: at Kubernetes' own group, or at a pod's slice.
 * @param relative whether the path begins above the reader's own group: then the groups above may be left out
 * @returns `unknown` below Kubernetes' group where no pod is named; undefined elsewhere
 */
export function podAt(
  parts: readonly string[],
  relative: boolean,
): PodGroup | 'unknown' | undefined {
  const rooted = ROOT.test(parts[0] ?? '');
  const inside = rooted ? parts.slice(1) : parts;
  const classed = CLASS.test(inside[0] ?? '');
  const below = classed ? inside.slice(1) : inside;
  const found = slicePod(below) ?? (rooted || relative ? plainPod(below) : undefined);
  if (found !== undefined) return found;
  return rooted || (classed && parts[0]?.endsWith('.slice') === true) ? 'unknown' : undefined;
}
