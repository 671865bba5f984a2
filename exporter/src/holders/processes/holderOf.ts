import type { Holder, LocalHolder, ProcessPlace, UnplacedReason } from '@gpuscope/aggregation';
import type { PodDirectory } from '../../ports.js';
import type { UserNames } from '../../proc/userNames.js';
import type { JobBook } from './jobBook.js';

/** What turns a place into a holder's names. */
export interface Naming {
  readonly host: string;
  readonly pods: Pick<PodDirectory, 'podByUid'>;
  readonly users: Pick<UserNames, 'user' | 'group'>;
  readonly jobs: JobBook;
}

/** A holder, or why there is none. */
export type Named = { readonly holder: Holder } | { readonly reason: UnplacedReason };

type Container = Extract<ProcessPlace, { kind: 'container' }>;

/** Processes of a user, as far as they belong to one unit or job. */
function local(
  { host, users }: Naming,
  uid: number | undefined,
  rest: Partial<Pick<LocalHolder, 'unit' | 'job' | 'account'>> = {},
): LocalHolder {
  const user = uid === undefined ? '' : users.user(uid);
  const group = uid === undefined ? '' : users.group(uid);
  return { kind: 'local', host, user, group, unit: '', job: '', account: '', ...rest };
}

/** A job's holder is the same whether its processes or a prolog's file tells of it. */
export function jobHolder(naming: Naming, job: string): LocalHolder {
  const { uid, account = '' } = naming.jobs.get(job) ?? {};
  return local(naming, uid, { job, account });
}

function podHolder(naming: Naming, { podUid, containerId, outer, uid }: Container): Named {
  const pod = naming.pods.podByUid(podUid);
  if (pod !== undefined) {
    const container = pod.containers?.get(containerId) ?? '';
    return { holder: { kind: 'pod', namespace: pod.namespace, pod: pod.name, container } };
  }
  // A cluster inside a container that is not ours to name: the container itself is known.
  if (outer !== undefined) return { holder: local(naming, uid, { unit: outer }) };
  return { reason: 'unknown_pod' };
}

/** Names whose a process is. */
export function holderOf(naming: Naming, place: ProcessPlace): Named {
  switch (place.kind) {
    case 'container':
      return podHolder(naming, place);
    case 'slurm':
      return { holder: jobHolder(naming, place.job) };
    case 'unit':
      return { holder: local(naming, place.uid, { unit: place.unit }) };
    case 'user':
      return { holder: local(naming, place.uid) };
    case 'unknown':
      return { reason: place.reason };
  }
}
