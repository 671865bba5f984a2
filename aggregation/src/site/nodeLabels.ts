import { list, mapping, text } from './fields.js';
import type { NodeLabelsSite } from './site.js';

const DEFAULT_NODE_LABELS: NodeLabelsSite = {
  pool: [
    'karpenter.sh/nodepool',
    'eks.amazonaws.com/nodegroup',
    'cloud.google.com/gke-nodepool',
    'kubernetes.azure.com/agentpool',
    'alibabacloud.com/nodepool-id',
    'node-pool',
    'nodepool',
  ],
  rack: ['topology.kubernetes.io/rack'],
};

const KEY = /^(?:[a-z0-9][a-z0-9.-]*\/)?[A-Za-z0-9][A-Za-z0-9._-]*$/;

const keys = list(
  'node label keys',
  text('a label key such as karpenter.sh/nodepool', (value) =>
    KEY.test(value) ? value : undefined,
  ),
);

/** `exporter.nodeLabels`; a list that is given replaces the default. */
export const nodeLabels = mapping({
  pool: keys.default([...DEFAULT_NODE_LABELS.pool]),
  rack: keys.default([...DEFAULT_NODE_LABELS.rack]),
});
