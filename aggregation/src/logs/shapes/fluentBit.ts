import { FILTER_ROLES, FILTER_ROOTS } from './kubernetesFilter.js';
import type { ShapeTable } from './shapeTable.js';

/** Fluent Bit's `kubernetes` filter, in indices such as `logstash-2026.11.21`. */
export const fluentBit: ShapeTable = {
  name: 'fluent-bit',
  needs: [['@timestamp', 'timestamp', 'time'], ['kubernetes.pod_name']],
  roles: FILTER_ROLES,
  podLabels: [{ base: 'kubernetes.labels', spelling: 'dotted' }],
  podAnnotations: [{ base: 'kubernetes.annotations', spelling: 'dotted' }],
  namespaceLabels: [{ base: 'kubernetes.namespace_labels', spelling: 'dotted' }],
  namespaceAnnotations: [{ base: 'kubernetes.namespace_annotations', spelling: 'dotted' }],
  ownRoots: FILTER_ROOTS,
};
