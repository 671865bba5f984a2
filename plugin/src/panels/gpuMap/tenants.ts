import type { Cell } from './cell.js';

export interface TenantCount {
  readonly tenant: string;
  readonly cells: number;
}

/** Whose the cells are, the largest first; who has only a part of one has it too. */
export function tenantsOf(cells: readonly Cell[]): readonly TenantCount[] {
  const counts = new Map<string, number>();
  for (const { holders } of cells) {
    for (const tenant of new Set(holders.map((holder) => holder.tenant)))
      if (tenant !== '') counts.set(tenant, (counts.get(tenant) ?? 0) + 1);
  }
  return [...counts]
    .map(([tenant, count]) => ({ tenant, cells: count }))
    .sort((a, b) => b.cells - a.cells || (a.tenant < b.tenant ? -1 : 1));
}

/** The first of them, and the one that is picked out: whoever picked it must be able to let it go. */
export const shownTenants = (
  tenants: readonly TenantCount[],
  most: number,
  chosen: string | undefined,
): readonly TenantCount[] => tenants.filter(({ tenant }, at) => at < most || tenant === chosen);
