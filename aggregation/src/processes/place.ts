import type { ProcessFacts } from './facts.js';
import { parseCgroup } from './cgroup.js';
import type { Group } from './group.js';
import { groupOf } from './group.js';

/** Why a process is nobody's that we know. */
export type UnplacedReason =
  Extract<ProcessFacts, { found: false }>['reason'] | 'unknown_cgroup' | 'unknown_pod';

/** Whose a process is, as far as its own facts tell. */
export type ProcessPlace =
  | {
      readonly kind: 'container';
      readonly podUid: string;
      /** 64 hexadecimal digits; empty for what belongs to the pod alone. */
      readonly containerId: string;
      /** Unit of the container in which the whole cluster runs (kind, minikube), where there is one. */
      readonly outer?: string;
      readonly uid: number;
      readonly gid: number;
    }
  | {
      readonly kind: 'slurm';
      readonly job: string;
      readonly step: string;
      readonly uid: number;
      readonly gid?: number;
    }
  | {
      readonly kind: 'unit';
      /** A unit of the system, or a container outside of Kubernetes by the name that systemd gives its scope. */
      readonly unit: string;
      readonly uid: number;
      readonly gid: number;
    }
  | { readonly kind: 'user'; readonly uid: number; readonly gid?: number }
  | { readonly kind: 'unknown'; readonly reason: UnplacedReason };

type Facts = Extract<ProcessFacts, { found: true }>;

/**
 * Hierarchies of version 1 may each tell a part: Slurm's job in one and the session's user in another. The most telling
 * one wins; among equals the first. A user's session beats a unit, so that no user passes for a service.
 */
const RANK: Readonly<Record<Group['kind'], number>> = {
  pod: 6,
  slurm: 5,
  container: 4,
  unknown: 3,
  user: 2,
  unit: 1,
  none: 0,
};

/** A session that names its user tells more than `/user.slice`, which other hierarchies stop at. */
const rankOf = (group: Group): number =>
  RANK[group.kind] + (group.kind === 'user' && group.uid !== undefined ? 0.5 : 0);

/** The group of a user other than the process's own is not known from its facts. */
function owned(facts: Facts, uid = facts.uid): { uid: number; gid?: number } {
  return uid === facts.uid ? { uid, gid: facts.gid } : { uid };
}

function placeIn(group: Group, facts: Facts): ProcessPlace {
  const { uid, gid } = facts;
  switch (group.kind) {
    case 'pod': {
      const { podUid, containerId, outer } = group;
      const nested = outer === undefined ? {} : { outer };
      return { kind: 'container', podUid, containerId, ...nested, uid, gid };
    }
    case 'slurm':
      return { kind: 'slurm', job: group.job, step: group.step, ...owned(facts, group.uid) };
    case 'container':
    case 'unit':
      return { kind: 'unit', unit: group.unit, uid, gid };
    case 'user':
      return { kind: 'user', ...owned(facts, group.uid) };
    case 'unknown':
      return { kind: 'unknown', reason: 'unknown_cgroup' };
    case 'none':
      return { kind: 'user', uid, gid };
  }
}

/**
 * Whose a process is: a container's, a Slurm job's, a system unit's, or a plain user's.
 *
 * Groups are read from the outside in and the first that says whose it is decides: what is below it may be named by
 * those who live there, and must not pass for a pod, a job or a unit. A session or a job that names its user is believed
 * over the process's own uid: containers without root run under ids that may be somebody else's.
 */
export function placeProcess(facts: ProcessFacts): ProcessPlace {
  if (!facts.found) return { kind: 'unknown', reason: facts.reason };
  const groups = parseCgroup(facts.cgroup).map(groupOf);
  const best = groups.reduce<Group | undefined>(
    (found, group) => (found === undefined || rankOf(group) > rankOf(found) ? group : found),
    undefined,
  );
  // A kernel without control groups gives an empty text.
  if (best === undefined && facts.cgroup.trim() !== '') {
    return { kind: 'unknown', reason: 'unknown_cgroup' };
  }
  return placeIn(best ?? { kind: 'none' }, facts);
}
