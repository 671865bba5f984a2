/** What a tenant may see: all of a namespace, or of a host, in one cluster, from a moment on. */
export type Grant =
  | { readonly cluster: string; readonly namespace: string; readonly fromMs?: number }
  | { readonly cluster: string; readonly host: string; readonly fromMs?: number };

/** A tenant and its grants. `fromMs` in a grant (ms since the epoch) is the floor for a name that was used before. */
export interface TenantGrants {
  readonly tenant: string;
  readonly grants: readonly Grant[];
}

/** Who may see what: everything, or what the tenants' grants name. No tenant or no grant at all is nothing. */
export type Scope =
  | { readonly kind: 'everything' }
  | { readonly kind: 'tenants'; readonly tenants: readonly TenantGrants[] };

export const EVERYTHING: Scope = { kind: 'everything' };
export const NOTHING: Scope = { kind: 'tenants', tenants: [] };
