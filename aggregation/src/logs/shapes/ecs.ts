import type { ShapeTable } from './shapeTable.js';

/**
 * Elastic's common schema: Filebeat, Elastic Agent, and the OpenTelemetry exporter in `ecs` mode, which leaves the
 * names that ECS lacks as they are (`k8s.…`).
 */
export const ecs: ShapeTable = {
  name: 'ecs',
  needs: [
    ['@timestamp'],
    ['message', 'event.original'],
    [
      'kubernetes.pod.name',
      'ecs.version',
      'agent.type',
      'log.file.path',
      'log.offset',
      'orchestrator.cluster.name',
      'host.name',
    ],
  ],
  roles: {
    time: ['@timestamp'],
    message: ['message', 'event.original'],
    namespace: ['kubernetes.namespace', 'orchestrator.namespace', 'k8s.namespace.name'],
    pod: ['kubernetes.pod.name', 'k8s.pod.name'],
    podUid: ['kubernetes.pod.uid', 'k8s.pod.uid'],
    container: ['kubernetes.container.name', 'k8s.container.name', 'container.name'],
    containerId: ['container.id'],
    node: ['kubernetes.node.name', 'k8s.node.name'],
    host: ['host.name', 'host.hostname', 'agent.hostname'],
    unit: ['systemd.unit', 'service.name', 'process.name'],
    stream: ['stream', 'log.iostream'],
    level: ['gpuscope.level', 'log.level', 'log.syslog.severity.code', 'event.severity'],
    traceId: ['trace.id'],
    spanId: ['span.id'],
    app: ['gpuscope.app'],
    user: ['gpuscope.user'],
    offset: ['log.offset'],
  },
  levels: { 'log.syslog.severity.code': 'syslog', 'event.severity': 'otel' },
  podLabels: [
    { base: 'kubernetes.labels', spelling: 'dedotted' },
    { base: 'k8s.pod.label', spelling: 'dotted' },
    { base: 'k8s.pod.labels', spelling: 'dotted' },
  ],
  podAnnotations: [
    { base: 'kubernetes.annotations', spelling: 'dedotted' },
    { base: 'k8s.pod.annotation', spelling: 'dotted' },
  ],
  namespaceLabels: [
    { base: 'kubernetes.namespace_labels', spelling: 'dedotted' },
    { base: 'k8s.namespace.label', spelling: 'dotted' },
  ],
  namespaceAnnotations: [
    { base: 'kubernetes.namespace_annotations', spelling: 'dedotted' },
    { base: 'k8s.namespace.annotation', spelling: 'dotted' },
  ],
};
