import { templateHash, type WorldPod } from '../model/pods.js';
import type { WorldNamespace } from '../model/site.js';
import type { WorldNode } from '../model/hardware.js';

/** A Kubernetes object as its API prints it. */
export type KubeObject = Readonly<Record<string, unknown>>;

const iso = (seconds: number): string =>
  new Date(Math.floor(seconds) * 1000).toISOString().replace('.000Z', 'Z');

/** `resourceVersion` is the caller's: it counts changes. */
export function podObject(pod: WorldPod, resourceVersion: number): KubeObject {
  const { app } = pod;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: pod.name,
      namespace: app.namespace,
      uid: pod.uid,
      resourceVersion: String(resourceVersion),
      creationTimestamp: iso(pod.createdSeconds),
      labels: {
        'app.kubernetes.io/name': app.name,
        ...(app.owner === 'Deployment' ? { 'pod-template-hash': templateHash(app) } : {}),
      },
      ...(pod.user === ''
        ? {}
        : { annotations: { 'example.com/submitted-by': `${pod.user}@example.com` } }),
      ownerReferences: [owner(pod)],
    },
    spec: {
      ...(pod.phase === 'Pending' ? {} : { nodeName: pod.node }),
      containers: [
        {
          name: 'main',
          image: `registry.example.com/${app.name}:1`,
          ...(app.count === 0
            ? {}
            : { resources: { limits: { [app.resource]: String(app.count) } } }),
        },
      ],
    },
    status: {
      phase: pod.phase,
      ...(pod.startSeconds === undefined ? {} : { startTime: iso(pod.startSeconds) }),
    },
  };
}

function owner({ app, name }: WorldPod): KubeObject {
  const cut = name.lastIndexOf('-');
  const kind = app.owner === 'Deployment' ? 'ReplicaSet' : app.owner;
  return {
    apiVersion: app.owner === 'Job' ? 'batch/v1' : 'apps/v1',
    kind,
    name: name.slice(0, cut),
    uid: `owner-of-${name.slice(0, cut)}`,
    controller: true,
  };
}

export function namespaceObject(namespace: WorldNamespace): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: namespace.name,
      uid: `namespace-${namespace.name}`,
      resourceVersion: '1',
      creationTimestamp: '2026-01-05T08:00:00Z',
      labels: {
        'kubernetes.io/metadata.name': namespace.name,
        'kubesphere.io/workspace': namespace.workspace,
      },
      annotations: { 'kubesphere.io/creator': namespace.creator },
    },
    status: { phase: 'Active' },
  };
}

export function nodeObject(node: WorldNode): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: node.name,
      uid: `node-${node.name}`,
      resourceVersion: '1',
      labels: {
        'kubernetes.io/hostname': node.name,
        // One of those that the exporter knows by default.
        nodepool: node.pool,
        'topology.kubernetes.io/rack': node.rack,
      },
    },
  };
}
