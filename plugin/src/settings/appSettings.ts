import type { Prices } from '@gpuscope/dashboards';

/** jsonData of the app: which data sources its pages ask, and what GPU-hours cost. Every Viewer can read it. */
export interface AppSettings {
  /** `uid` of a Prometheus (or what speaks its API); left out, Grafana's default or the first one. */
  readonly metricsUid?: string;
  /** `uid` of a gpuscope-logs-datasource; left out, the first one. */
  readonly logsUid?: string;
  /** `uid` of a gpuscope-logs-datasource whose records are Kubernetes events. */
  readonly eventsUid?: string;
  /** `uid` of a Tempo or Jaeger. */
  readonly tracesUid?: string;
  /** Left out, pages say nothing of money. */
  readonly prices?: Prices;
}
