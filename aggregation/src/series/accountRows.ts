import type { MetricRow } from './metricRow.js';

const OWN = {
  type: 'counter',
  level: 'account',
  audience: 'tenant',
  otel: null,
  dcgm: [],
  nvml: [],
} as const;

/** Rows of an account: no pod in the labels, so that money and waste survive churn. */
export const ACCOUNT_ROWS = [
  {
    ...OWN,
    name: 'gpu_account_allocated_seconds_total',
    unit: 'seconds',
    help: 'GPU-seconds held: each cycle charges every present holder its part of the GPU for the full time since the last cycle.',
  },
  {
    ...OWN,
    name: 'gpu_account_active_seconds_total',
    unit: 'seconds',
    help: 'GPU-seconds used: as gpu_account_allocated_seconds_total, by the holder’s part of the utilisation.',
  },
  {
    ...OWN,
    name: 'gpu_account_energy_joules_total',
    unit: 'joules',
    help: 'Energy used: the holder’s part of the board’s.',
  },
] as const satisfies readonly MetricRow[];
