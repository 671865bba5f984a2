import type { Directory, NamespaceInfo, PodInfo } from '@gpuscope/aggregation';
import type { WorldPod } from '../model/pods.js';
import type { World } from '../model/world.js';

/** A pod as the exporter would know it, without an API server in between. */
export function podInfo(pod: WorldPod): PodInfo {
  const { app, name } = pod;
  return {
    namespace: app.namespace,
    name,
    uid: pod.uid,
    node: pod.node,
    phase: pod.phase,
    labels: new Map([['app.kubernetes.io/name', app.name]]),
    annotations: new Map(
      pod.user === '' ? [] : [['example.com/submitted-by', `${pod.user}@example.com`]],
    ),
    owner: { kind: app.owner, name: name.slice(0, name.lastIndexOf('-')) },
    requests: new Map(app.count === 0 ? [] : [[app.resource, app.count]]),
    ...(pod.startSeconds === undefined ? {} : { startSeconds: pod.startSeconds }),
  };
}

export function worldDirectory(world: World): Directory {
  const namespaces = new Map(
    world.site.namespaces.map(({ name, workspace, creator }): [string, NamespaceInfo] => [
      name,
      {
        name,
        labels: new Map([['kubesphere.io/workspace', workspace]]),
        annotations: new Map([['kubesphere.io/creator', creator]]),
      },
    ]),
  );
  return {
    pod: (namespace, name) => {
      const found = world
        .pods()
        .find((pod) => pod.name === name && pod.app.namespace === namespace);
      return found && podInfo(found);
    },
    namespace: (name) => namespaces.get(name),
    host: () => undefined,
  };
}
