import type { PodInfo } from './subject.js';

/** The workload a pod belongs to: the Deployment rather than its ReplicaSet, the CronJob rather than its Job. */
export interface WorkloadOwner {
  readonly kind: string;
  readonly name: string;
}

// The controllers write the hash both into the pod's label and into the ReplicaSet's name.
const REPLICA_SET_HASHES = [
  { label: 'pod-template-hash', kind: 'Deployment' },
  { label: 'rollouts-pod-template-hash', kind: 'Rollout' },
] as const;

// A CronJob appends the scheduled time: minutes since the epoch (8 digits), before Kubernetes 1.21 seconds (10).
const CRON_JOB_RUN = /^(.+)-\d{8,11}$/;

function ofReplicaSet(pod: PodInfo, name: string): WorkloadOwner {
  for (const { label, kind } of REPLICA_SET_HASHES) {
    const hash = pod.labels.get(label) ?? '';
    if (hash !== '' && name.endsWith(`-${hash}`) && name.length > hash.length + 1) {
      return { kind, name: name.slice(0, -hash.length - 1) };
    }
  }
  return { kind: 'ReplicaSet', name };
}

function ofJob(name: string): WorkloadOwner {
  const base = CRON_JOB_RUN.exec(name)?.[1];
  return base === undefined ? { kind: 'Job', name } : { kind: 'CronJob', name: base };
}

/**
 * The workload of a pod, told from the pod alone: no right to read Deployments or CronJobs is needed.
 * Undefined for a bare pod and for a static one, whose owner is its Node.
 */
export function ownerOf(pod: PodInfo): WorkloadOwner | undefined {
  const owner = pod.owner;
  if (owner === undefined || owner.kind === 'Node') return undefined;
  if (owner.kind === 'ReplicaSet') return ofReplicaSet(pod, owner.name);
  if (owner.kind === 'Job') return ofJob(owner.name);
  return { kind: owner.kind, name: owner.name };
}
