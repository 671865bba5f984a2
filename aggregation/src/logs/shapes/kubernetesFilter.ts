import type { ShapeTable } from './shapeTable.js';

/**
 * What Fluent Bit's `kubernetes` filter, KubeSphere's cut of it and fluentd's `kubernetes_metadata` have in common.
 * Fields of `gpuscope.` are our own filter's.
 */
export const FILTER_ROLES: ShapeTable['roles'] = {
  time: ['@timestamp', 'timestamp', 'time'],
  message: ['log', 'message', 'msg', 'MESSAGE'],
  namespace: ['kubernetes.namespace_name'],
  pod: ['kubernetes.pod_name'],
  podUid: ['kubernetes.pod_id'],
  container: ['kubernetes.container_name'],
  containerId: ['kubernetes.docker_id', 'kubernetes.container_id', 'docker.container_id'],
  node: ['kubernetes.host'],
  stream: ['stream'],
  level: ['gpuscope.level'],
  app: ['gpuscope.app'],
  user: ['gpuscope.user'],
  traceId: ['trace_id', 'traceId'],
  spanId: ['span_id', 'spanId'],
  offset: ['offset'],
};

/** What these shippers put at the root themselves. */
export const FILTER_ROOTS = [
  '@timestamp',
  '@version',
  '_p',
  'date',
  'docker',
  'file',
  'filename',
  'gpuscope',
  'kubernetes',
  'log',
  'logtag',
  'offset',
  'path',
  'stream',
  'tag',
  'time',
  'timestamp',
] as const;
