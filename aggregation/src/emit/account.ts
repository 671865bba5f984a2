import type { Account } from '../state/accounts.js';
import type { Series } from '../series/series.js';

export function accountSeries({
  labels,
  allocatedSeconds,
  activeSeconds,
  joules,
}: Account): Series[] {
  const series: Series[] = [
    { metric: 'gpu_account_allocated_seconds_total', labels, value: allocatedSeconds },
  ];
  if (activeSeconds !== undefined) {
    series.push({ metric: 'gpu_account_active_seconds_total', labels, value: activeSeconds });
  }
  if (joules !== undefined) {
    series.push({ metric: 'gpu_account_energy_joules_total', labels, value: joules });
  }
  return series;
}
