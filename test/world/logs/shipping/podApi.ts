import { createServer } from 'node:http';
import { listen, type LoopbackServer } from '../../protocol/dcgmServer.js';
import type { PodSource } from '../truth.js';

/** Answers who a pod is; undefined for one that nobody knows. */
export type PodFinder = (namespace: string, name: string) => PodSource | undefined;

const PATH = /^\/api\/v1\/namespaces\/([^/]+)(?:\/pods\/([^/]+))?$/;

/** As much of the Kubernetes API as a log shipper asks: one pod, one namespace, by name. */
export function servePods(find: PodFinder): Promise<LoopbackServer> {
  return listen(
    createServer((request, response) => {
      const [, namespace = '', name] = PATH.exec(request.url ?? '') ?? [];
      const found =
        name === undefined ? namespaceObject(namespace) : podObject(find(namespace, name));
      response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(found ?? { kind: 'Status', status: 'Failure', code: 404 }));
    }),
  );
}

const namespaceObject = (name: string): unknown =>
  name === ''
    ? undefined
    : { apiVersion: 'v1', kind: 'Namespace', metadata: { name, uid: `synthetic-${name}` } };

function podObject(source: PodSource | undefined): unknown {
  if (source === undefined) return undefined;
  const { pod, namespace, podUid, labels, annotations, node, podIp } = source;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: pod, namespace, uid: podUid, labels, annotations },
    spec: { nodeName: node },
    status: { podIP: podIp },
  };
}
