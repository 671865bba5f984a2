import type { ShapeName } from '@gpuscope/aggregation/logs';

/** jsonData: every Viewer can read it, so it holds no secret and decides no right. */
export interface AppLogsSettings {
  /** `file`: gpuscope.yaml on the server says all, the rest here is ignored. */
  readonly setUp?: 'file' | 'here';
  readonly product?: 'elasticsearch' | 'opensearch';
  /** Addresses of the store's nodes. */
  readonly nodes?: readonly string[];
  /** Index pattern; several parted by commas; cross-cluster patterns too. */
  readonly index?: string;
  readonly auth?: 'none' | 'basic' | 'apiKey';
  readonly user?: string;
  /** PEM of the authority that signed the store's certificate. */
  readonly caCertificate?: string;
  /** Name of the only cluster, or the field that holds it. */
  readonly cluster?: string;
  readonly clusterField?: string;
  readonly shape?: ShapeName | 'auto';
  readonly limits?: {
    readonly rangeHours?: number;
    readonly lines?: number;
    readonly perTenant?: number;
  };
  /** Where pods of an app are asked when records do not tell: a Prometheus. */
  readonly prometheusUrl?: string;
  /** Trace links: a field of the lines to a tracing data source. */
  readonly traceLinks?: readonly {
    readonly field: string;
    readonly datasourceUid: string;
    readonly title?: string;
  }[];
}

/** secureJsonData. */
export interface AppLogsSecrets {
  readonly password?: string;
  readonly apiKey?: string;
}
