import type { StoreKind } from '../../../servers/stores/kinds.js';
import { LOG_HOST_REGISTRY } from '../apps.js';

export interface SiteText {
  readonly cluster: string;
  readonly store: { readonly kind: StoreKind; readonly url: string };
  readonly index: string;
  readonly shape?: string;
  /** As gpuscope.yaml writes it; left out, the default rules. */
  readonly identity?: unknown;
  /** Where pods of an app are asked when records do not tell. */
  readonly prometheusUrl?: string;
}

/** gpuscope.yaml of the simulated site, as far as logs go. JSON is YAML. */
export function siteText(site: SiteText): string {
  const { cluster, store, index, shape = 'auto', identity, prometheusUrl } = site;
  const product = store.kind.startsWith('opensearch-') ? 'opensearch' : 'elasticsearch';
  return JSON.stringify({
    version: 1,
    cluster,
    ...(prometheusUrl === undefined ? {} : { metrics: { url: prometheusUrl } }),
    exporter: { hosts: Object.fromEntries(LOG_HOST_REGISTRY) },
    ...(identity === undefined ? {} : { identity }),
    tenancy: { policy: 'everything' },
    logs: { store: { [product]: [store.url] }, index, shape },
  });
}
