import type { MetricRow } from './metricRow.js';

/** Rows of the role `cluster`. */
export const POD_ROWS = [
  {
    name: 'workload_pod_info',
    type: 'gauge',
    unit: 'info',
    level: 'pod',
    audience: 'tenant',
    help: 'Tenant, app and user of a pod; always 1. Join through max by (cluster, namespace, pod, tenant, app, user).',
    labels: ['owner_kind', 'owner_name', 'node'],
    otel: null,
    dcgm: [],
    nvml: [],
  },
  {
    name: 'workload_pod_requested_gpus',
    type: 'gauge',
    unit: 'count',
    level: 'pod',
    audience: 'tenant',
    help: 'GPU resources that a pod which has not ended asks for, by resource name; pending pods too.',
    labels: ['resource', 'phase'],
    otel: null,
    dcgm: [],
    nvml: [],
  },
] as const satisfies readonly MetricRow[];
