import { ownerOf } from '../identity/owner.js';
import type { Resolved } from '../identity/resolve.js';
import type { PodInfo, Subject } from '../identity/subject.js';
import type { Directory } from '../cycle/cycle.js';
import { podSubject } from '../cycle/names.js';
import type { Series } from '../series/series.js';

const ENDED: ReadonlySet<string> = new Set(['Succeeded', 'Failed']);

/** Tenant, app and user of every pod, pending ones too, and the GPUs that pods which have not ended ask for. */
export function podSeries(
  pods: Iterable<PodInfo>,
  directory: Pick<Directory, 'namespace'>,
  resolve: (subject: Subject) => Resolved,
  cluster?: string,
): Series[] {
  return [...pods].flatMap((pod) => {
    const { tenant, app, user } = resolve(podSubject(pod, directory));
    const owner = ownerOf(pod);
    const labels = {
      ...(cluster === undefined ? {} : { cluster }),
      namespace: pod.namespace,
      pod: pod.name,
      tenant,
      app,
      user,
    };
    const info = {
      ...labels,
      owner_kind: owner?.kind ?? '',
      owner_name: owner?.name ?? '',
      node: pod.node,
    };
    const requests = ENDED.has(pod.phase) ? [] : [...(pod.requests ?? [])];
    return [
      { metric: 'workload_pod_info' as const, labels: info, value: 1 },
      ...requests.map(([resource, value]) => ({
        metric: 'workload_pod_requested_gpus' as const,
        labels: { ...labels, resource, phase: pod.phase },
        value,
      })),
    ];
  });
}
