import { fluentBit } from './fluentBit.js';
import type { ShapeTable } from './shapeTable.js';

/** fluentd's `kubernetes_metadata` filter. */
export const fluentd: ShapeTable = {
  ...fluentBit,
  name: 'fluentd',
  needs: [
    ...fluentBit.needs,
    ['docker.container_id', 'kubernetes.namespace_labels.', 'kubernetes.master_url'],
  ],
  roles: {
    ...fluentBit.roles,
    containerId: ['docker.container_id', 'kubernetes.docker_id', 'kubernetes.container_id'],
  },
};
