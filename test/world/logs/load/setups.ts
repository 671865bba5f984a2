import type { StoreKind } from '../../../servers/stores/kinds.js';
import type { Shipment } from '../shapes/index.js';
import { filebeatMappings, otelEcsMappings, otelMappings } from './mappings.js';

/** What a store is told before a shipper's first record. */
export interface StoreSetup {
  /** Index pattern of the template, and of whoever reads. */
  readonly pattern: string;
  /** The mappings that the shipper brings along; absent: the store maps each field as it comes. */
  readonly mappings?: Readonly<Record<string, unknown>>;
  /** With the index template that gpuscope ships. */
  readonly isOurs?: boolean;
  /** Written to a data stream, where the store has them. */
  readonly isDataStream?: boolean;
  /** Elasticsearch 6 has types of documents; each shipper had its own. */
  readonly type: string;
}

export const SETUPS: Readonly<Record<Shipment, StoreSetup>> = {
  'fluent-bit': { pattern: 'logstash-2*', type: 'flb_type' },
  'fluent-bit-underscores': { pattern: 'logstash-underscores-*', type: 'flb_type' },
  'fluent-bit-merged': { pattern: 'logstash-merged-*', type: 'flb_type' },
  'fluent-bit-gpuscope': { pattern: 'gpuscope-logs-*', type: '_doc', isOurs: true },
  'fluent-bit-gpuscope-underscores': {
    pattern: 'gpuscope-underscores-*',
    type: '_doc',
    isOurs: true,
  },
  kubesphere: { pattern: 'ks-logstash-log-*', type: 'flb_type' },
  'kubesphere-whizard': { pattern: 'ks-whizard-logging-*', type: '_doc' },
  fluentd: { pattern: 'fluentd-2*', type: 'fluentd' },
  'fluentd-dotted': { pattern: 'fluentd-dotted-*', type: 'fluentd' },
  'fluentd-underscores': { pattern: 'fluentd-underscores-*', type: 'fluentd' },
  filebeat: { pattern: 'filebeat-*', type: 'doc', mappings: filebeatMappings },
  otel: {
    pattern: 'logs-kubernetes.otel-*',
    type: '_doc',
    mappings: otelMappings,
    isDataStream: true,
  },
  'otel-ecs': {
    pattern: 'logs-kubernetes-*',
    type: '_doc',
    mappings: otelEcsMappings,
    isDataStream: true,
  },
  journald: { pattern: 'journald-*', type: 'flb_type' },
  syslog: { pattern: 'syslog-*', type: 'events' },
};

/** Shipments that some stores cannot take: their own shippers write to others only, or the field types are missing. */
const UNFIT: Readonly<Partial<Record<Shipment, (kind: StoreKind) => boolean>>> = {
  'fluent-bit-gpuscope': (kind) => !kind.startsWith('elasticsearch-') || isOld(kind),
  otel: (kind) => !hasOtel(kind),
  'otel-ecs': (kind) => !hasOtel(kind),
};

const isOld = (kind: StoreKind): boolean => kind === 'elasticsearch-6.8';

const hasOtel = (kind: StoreKind): boolean => kind.startsWith('elasticsearch-') && !isOld(kind);

/** All that are written to this kind of store in the field. */
export const shipmentsFor = (kind: StoreKind): readonly Shipment[] =>
  (Object.keys(SETUPS) as readonly Shipment[]).filter((name) => UNFIT[name]?.(kind) !== true);
