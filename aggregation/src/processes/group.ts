import type { CgroupPath } from './cgroup.js';
import type { LooseContainer } from './container.js';
import { looseContainerAt, lxcAt } from './container.js';
import { podAt } from './pod.js';
import { userAt } from './session.js';
import { slurmAt } from './slurm.js';

/** What one path of control groups says. */
export type Group =
  | {
      readonly kind: 'pod';
      readonly podUid: string;
      readonly containerId: string;
      readonly outer?: string;
    }
  | { readonly kind: 'slurm'; readonly job: string; readonly step: string; readonly uid?: number }
  | { readonly kind: 'container' | 'unit'; readonly unit: string }
  | { readonly kind: 'user'; readonly uid?: number }
  /** Inside Kubernetes' groups, but in none that is known. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' };

const NONE: Group = { kind: 'none' };

/** Programs that make groups for pods below their own, instead of below Kubernetes'. Nobody but root is in these. */
const RUNTIME =
  /^(?:containerd|docker|crio|cri-o|kubelet|k3s|k3s-agent|rke2-server|rke2-agent|k0scontroller|k0sworker|snap\.microk8s\.daemon-[a-z-]+)\.service$/;

/** Scopes are named by whoever asks systemd for one, not by a file of root's: what is in them goes by its user. */
const UNIT = /\.(?:service|socket|mount|swap)$/;

/** Groups that only lead on to others and are root's: slices, and the kubelet's own root in kind. */
const leadsOn = (part: string): boolean => part.endsWith('.slice') || part === 'kubelet';

/** Pods of a cluster that runs inside a container: whoever may start such a container is as good as root. */
function insideContainer({ unit, taken }: LooseContainer, parts: readonly string[]): Group {
  const inner = walk(parts.slice(taken), false);
  return inner.kind === 'pod' ? { ...inner, outer: unit } : { kind: 'container', unit };
}

function podGroup(parts: readonly string[], relative: boolean): Group | undefined {
  const pod = podAt(parts, relative);
  if (pod === undefined) return undefined;
  return pod === 'unknown' ? { kind: 'unknown' } : { kind: 'pod', ...pod };
}

function unitGroup([first = '', ...below]: readonly string[]): Group | undefined {
  if (!UNIT.test(first)) return undefined;
  const pod = RUNTIME.test(first) ? podGroup(below, false) : undefined;
  return pod ?? { kind: 'unit', unit: first };
}

/** What the outermost of `parts` says; undefined where it only leads on. */
function groupAt(parts: readonly string[], relative: boolean): Group | undefined {
  const user = userAt(parts);
  if (user !== undefined) return { kind: 'user', ...user };
  const pod = podGroup(parts, relative);
  if (pod !== undefined) return pod;
  const slurm = slurmAt(parts);
  if (slurm !== undefined) return { kind: 'slurm', ...slurm };
  const lxc = lxcAt(parts);
  if (lxc !== undefined) return { kind: 'container', unit: lxc };
  const container = looseContainerAt(parts);
  if (container !== undefined) return insideContainer(container, parts);
  return unitGroup(parts);
}

function walk(parts: readonly string[], relative: boolean): Group {
  const found = groupAt(parts, relative);
  if (found !== undefined) return found;
  return leadsOn(parts[0] ?? '') ? walk(parts.slice(1), false) : NONE;
}

/** What a path says, read from the outside in. */
export const groupOf = ({ above, parts }: CgroupPath): Group => walk(parts, above > 0);
