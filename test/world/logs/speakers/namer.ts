import { resolverOf, type NamespaceInfo } from '@gpuscope/aggregation';
import type { PodSource } from '../truth.js';
import type { SpeakersOptions, Unnamed } from './speaker.js';

/** Names pods by the site's rules, from all that a cluster knows of them. */
export function namer({ rules, site }: SpeakersOptions): (source: Unnamed) => PodSource {
  const resolve = resolverOf(rules);
  return (source) => {
    const creator = site.namespaces.find((one) => one.name === source.namespace)?.creator;
    const namespace: NamespaceInfo = {
      name: source.namespace,
      labels: new Map(Object.entries(source.namespaceLabels)),
      annotations: new Map(creator === undefined ? [] : [['kubesphere.io/creator', creator]]),
    };
    const { tenant, app, user } = resolve({
      kind: 'pod',
      namespace,
      pod: {
        namespace: source.namespace,
        name: source.pod,
        uid: source.podUid,
        node: source.node,
        phase: 'Running',
        labels: new Map(Object.entries(source.labels)),
        annotations: new Map(Object.entries(source.annotations)),
        ...(source.owner === undefined ? {} : { owner: source.owner }),
      },
    });
    return { ...source, tenant, app, user };
  };
}
