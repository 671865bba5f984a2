import type { StoreKind } from '../../../servers/index.js';
import { LOG_HOST_REGISTRY } from '../../../world/logs/index.js';

export interface SiteOptions {
  readonly store: { readonly kind: StoreKind; readonly url: string };
  readonly index: string;
  readonly cluster?: string;
  /** The sections tenancy and metrics, and `logs` beside store and index. */
  readonly tenancy?: unknown;
  readonly metrics?: unknown;
  readonly logs?: Readonly<Record<string, unknown>>;
  readonly identity?: unknown;
}

/** gpuscope.yaml of the simulated site; JSON is YAML. */
export function siteConfig(options: SiteOptions): string {
  const { store, index, cluster = 'idc1-prod', tenancy, metrics, identity, logs } = options;
  const product = store.kind.startsWith('opensearch-') ? 'opensearch' : 'elasticsearch';
  return JSON.stringify({
    version: 1,
    cluster,
    exporter: { hosts: Object.fromEntries(LOG_HOST_REGISTRY) },
    tenancy: tenancy ?? { policy: 'everything' },
    ...(metrics !== undefined && { metrics }),
    ...(identity !== undefined && { identity }),
    logs: { store: { [product]: [store.url] }, index, ...logs },
  });
}
