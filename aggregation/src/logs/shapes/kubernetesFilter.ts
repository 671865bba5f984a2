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

/** What these shippers, their usual filters and our index template put at the root. */
export const FILTER_ROOTS = [
  '@timestamp',
  '@version',
  '_p',
  'cluster',
  'cluster_name',
  'clusterName',
  'date',
  'docker',
  'env',
  'environment',
  'file',
  'filename',
  'gpuscope',
  'host',
  'hostname',
  'kubernetes',
  'kubernetes_namespace',
  'log',
  'logtag',
  'offset',
  'path',
  'span_id',
  'stream',
  'tag',
  'time',
  'timestamp',
  'trace_id',
] as const;
