import type { ShapeTable } from './shapeTable.js';

const resource = (name: string) => `resource.attributes.${name}`;

/** The OpenTelemetry Collector's Elasticsearch exporter in its `otel` mapping. */
export const otel: ShapeTable = {
  name: 'otel',
  needs: [
    ['@timestamp'],
    ['body.text', 'body.structured', 'body.structured.', 'body.flattened', 'body.flattened.'],
  ],
  roles: {
    time: ['@timestamp'],
    message: ['body.text', 'body.structured', 'body.flattened', 'body'],
    namespace: [resource('k8s.namespace.name')],
    pod: [resource('k8s.pod.name')],
    podUid: [resource('k8s.pod.uid')],
    container: [resource('k8s.container.name')],
    containerId: [resource('container.id')],
    node: [resource('k8s.node.name')],
    host: [resource('host.name')],
    unit: [resource('service.name'), 'attributes.systemd.unit'],
    stream: ['attributes.log.iostream'],
    level: ['gpuscope.level', 'severity_text', 'severity_number'],
    traceId: ['trace_id'],
    spanId: ['span_id'],
    app: ['gpuscope.app'],
    user: ['gpuscope.user'],
    offset: ['attributes.log.file.offset', 'attributes.log.record.offset'],
  },
  levels: { severity_number: 'otel' },
  podLabels: [
    { base: resource('k8s.pod.label'), spelling: 'dotted' },
    { base: resource('k8s.pod.labels'), spelling: 'dotted' },
  ],
  podAnnotations: [
    { base: resource('k8s.pod.annotation'), spelling: 'dotted' },
    { base: resource('k8s.pod.annotations'), spelling: 'dotted' },
  ],
  namespaceLabels: [
    { base: resource('k8s.namespace.label'), spelling: 'dotted' },
    { base: resource('k8s.namespace.labels'), spelling: 'dotted' },
  ],
  namespaceAnnotations: [
    { base: resource('k8s.namespace.annotation'), spelling: 'dotted' },
    { base: resource('k8s.namespace.annotations'), spelling: 'dotted' },
  ],
};
