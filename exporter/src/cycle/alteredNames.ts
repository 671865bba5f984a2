import type { Series } from '@gpuscope/aggregation';
import { looksAltered } from '@gpuscope/aggregation';

const NAMES = ['tenant', 'app', 'user'] as const;

/** How many tenants, apps and users had to be changed to be legal label values. */
export function alteredNames(series: readonly Series[]): number {
  return new Set(
    series.flatMap(({ labels }) =>
      NAMES.flatMap((name) => {
        const value = labels[name] ?? '';
        return looksAltered(value) ? [`${name} ${value}`] : [];
      }),
    ),
  ).size;
}
