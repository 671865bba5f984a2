import type { LogTruth } from '../truth.js';
import { filebeatRecord } from './ecs.js';
import { fluentBitRecord } from './fluentBit.js';
import { fluentdRecord } from './fluentd.js';
import { kubesphereRecord } from './kubesphere.js';
import { journaldRecord, syslogRecord } from './machines.js';
import { otelEcsRecord, otelRecord } from './otel.js';
import type { PodSource, HostSource } from '../truth.js';
import type { ShippedRecord } from './record.js';

export type { ShippedRecord } from './record.js';

type PodShaper = (truth: LogTruth, source: PodSource) => ShippedRecord;
type HostShaper = (truth: LogTruth, source: HostSource) => ShippedRecord;

const ofPods =
  (shape: PodShaper) =>
  (truth: LogTruth): ShippedRecord | undefined =>
    truth.source.kind === 'pod' ? shape(truth, truth.source) : undefined;

const ofHosts =
  (shape: HostShaper) =>
  (truth: LogTruth): ShippedRecord | undefined =>
    truth.source.kind === 'host' ? shape(truth, truth.source) : undefined;

/** The ways in which the site's lines are shipped, by name; each carries the lines of pods, or of machines. */
export const SHIPMENTS = {
  'fluent-bit': ofPods((truth, source) => fluentBitRecord(truth, source)),
  'fluent-bit-underscores': ofPods((truth, source) =>
    fluentBitRecord(truth, source, { replaceDots: true, prefix: 'logstash-underscores' }),
  ),
  'fluent-bit-merged': ofPods((truth, source) =>
    fluentBitRecord(truth, source, {
      replaceDots: true,
      mergeLog: true,
      prefix: 'logstash-merged',
    }),
  ),
  /** With our filter and template: nanoseconds, gpuscope.*. */
  'fluent-bit-gpuscope': ofPods((truth, source) =>
    fluentBitRecord(truth, source, { nanos: true, filter: true, prefix: 'gpuscope-logs' }),
  ),
  'fluent-bit-gpuscope-underscores': ofPods((truth, source) =>
    fluentBitRecord(truth, source, {
      replaceDots: true,
      nanos: true,
      filter: true,
      prefix: 'gpuscope-underscores',
    }),
  ),
  kubesphere: ofPods((truth, source) => kubesphereRecord(truth, source)),
  'kubesphere-whizard': ofPods((truth, source) =>
    kubesphereRecord(truth, source, 'ks-whizard-logging'),
  ),
  fluentd: ofPods((truth, source) => fluentdRecord(truth, source)),
  'fluentd-dotted': ofPods((truth, source) => fluentdRecord(truth, source, 'dotted')),
  'fluentd-underscores': ofPods((truth, source) => fluentdRecord(truth, source, 'underscores')),
  filebeat: ofPods((truth, source) => filebeatRecord(truth, source)),
  otel: ofPods((truth, source) => otelRecord(truth, source)),
  'otel-ecs': ofPods((truth, source) => otelEcsRecord(truth, source)),
  journald: ofHosts((truth, source) => journaldRecord(truth, source)),
  syslog: ofHosts((truth, source) => syslogRecord(truth, source)),
} as const;

export type Shipment = keyof typeof SHIPMENTS;
