import type { Cell } from './cell.js';
import { tenantOf } from './cell.js';

export interface TenantCount {
  readonly tenant: string;
  readonly cells: number;
}

/** Whose the cells are, the largest first; without those that are nobody's or several tenants'. */
export function tenantsOf(cells: readonly Cell[]): readonly TenantCount[] {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const tenant = tenantOf(cell);
    if (tenant !== '') counts.set(tenant, (counts.get(tenant) ?? 0) + 1);
  }
  return [...counts]
    .map(([tenant, count]) => ({ tenant, cells: count }))
    .sort((a, b) => b.cells - a.cells || (a.tenant < b.tenant ? -1 : 1));
}
