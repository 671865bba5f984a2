import type { HostRegistry, IdentityRules, TenancySite } from '@gpuscope/aggregation';
import type { ClusterSource, ShapeName } from '@gpuscope/aggregation/logs';

/** A store and how it is reached; secrets are values here, so this is never logged or sent. */
export interface StoreTarget {
  readonly product: 'elasticsearch' | 'opensearch';
  readonly nodes: readonly string[];
  readonly auth:
    | { readonly kind: 'none' }
    | { readonly kind: 'basic'; readonly user: string; readonly password: string }
    | { readonly kind: 'apiKey'; readonly apiKey: string };
  /** PEM texts. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** The name in the store's certificate, where it is not that of the address. */
  readonly serverName?: string;
}

/** A data source's settings, wherever they were written. */
export interface SourceSettings {
  readonly store: StoreTarget;
  readonly index: string;
  readonly cluster: ClusterSource;
  readonly shape: ShapeName | 'auto';
  readonly limits: Limits;
  readonly identity: IdentityRules;
  readonly hosts: HostRegistry;
  readonly tenancy: TenancySite;
  readonly prometheusUrl?: string;
  /** The files that all this was read from; when one of them changes, it is read again. */
  readonly files: readonly string[];
}

export interface Limits {
  /** The longest time range of a question. */
  readonly rangeMs: number;
  /** The most lines of an answer. */
  readonly lines: number;
  /** Questions of one tenant at once. */
  readonly perTenant: number;
}

export const DEFAULT_LIMITS: Limits = { rangeMs: 31 * 86_400_000, lines: 10_000, perTenant: 8 };
