import type { Holder, LocalHolder } from '../attribution/claim.js';
import { ownerKey } from '../attribution/holderKey.js';
import type { Workload } from '../attribution/workload.js';
import type { Directory } from './cycle.js';
import type { Resolved } from '../identity/resolve.js';
import type { PodInfo, Subject } from '../identity/subject.js';

/** Tenant, app and user of each holder of a cycle, found once per pod. */
export interface Names {
  of(holder: Holder): Resolved;
  startSeconds(holder: Holder): number | undefined;
  /** Pods that the directory does not know. */
  readonly unknownPods: number;
}

export function nameHolders(
  workloads: readonly Workload[],
  directory: Directory,
  resolve: (subject: Subject) => Resolved,
): Names {
  const names = new Map<string, { resolved: Resolved; startSeconds: number | undefined }>();
  let unknownPods = 0;
  for (const { holder } of workloads) {
    if (names.has(ownerKey(holder))) continue;
    const subject = subjectOf(holder, directory);
    if (subject === undefined && holder.kind === 'pod') unknownPods += 1;
    names.set(ownerKey(holder), {
      resolved: resolve(subject ?? unknownSubject(holder, directory)),
      startSeconds: subject?.kind === 'pod' ? subject.pod.startSeconds : undefined,
    });
  }
  return {
    of: (holder) => names.get(ownerKey(holder))?.resolved ?? NAMELESS,
    startSeconds: (holder) => names.get(ownerKey(holder))?.startSeconds,
    unknownPods,
  };
}

const NAMELESS: Resolved = { tenant: '', app: '', user: '', because: {}, unread: {} };

function subjectOf(holder: Holder, directory: Directory): Subject | undefined {
  if (holder.kind === 'local') return localSubject(holder, directory);
  if (holder.kind === 'host') {
    const entry = directory.host(holder.host);
    return entry && { kind: 'host', host: holder.host, entry };
  }
  const pod = directory.pod(holder.namespace, holder.pod);
  return pod && podSubject(pod, directory);
}

/** Processes are known by themselves; the host registry may know more of their machine. */
function localSubject(holder: LocalHolder, directory: Directory): Subject {
  const entry = directory.host(holder.host);
  return { ...holder, ...(entry === undefined ? {} : { entry }) };
}

/** A pod with its namespace, as far as the directory knows them. */
export function podSubject(pod: PodInfo, directory: Pick<Directory, 'namespace'>): Subject {
  const namespace = directory.namespace(pod.namespace);
  return namespace === undefined ? { kind: 'pod', pod } : { kind: 'pod', pod, namespace };
}

/** Of a pod that nobody knows, the namespace still tells the tenant. */
function unknownSubject(holder: Holder, directory: Directory): Subject {
  if (holder.kind === 'local') return localSubject(holder, directory);
  if (holder.kind === 'host') {
    return { kind: 'host', host: holder.host, entry: { tenant: '', app: '', user: '' } };
  }
  const pod: PodInfo = {
    namespace: holder.namespace,
    name: holder.pod,
    uid: '',
    node: '',
    phase: 'Unknown',
    labels: new Map(),
    annotations: new Map(),
  };
  return podSubject(pod, directory);
}
