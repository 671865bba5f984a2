import type { JsonValue, LogLevel } from '@gpuscope/aggregation/logs';
import { isoNanos } from '../cri.js';
import type { LogTruth, PodSource } from '../truth.js';
import type { ShippedRecord } from './record.js';

/** OpenTelemetry's severity numbers: the first of each range. */
const SEVERITY: Readonly<Record<LogLevel, readonly [text: string, number: number]>> = {
  critical: ['FATAL', 21],
  error: ['ERROR', 17],
  warning: ['WARN', 13],
  info: ['INFO', 9],
  debug: ['DEBUG', 5],
  trace: ['TRACE', 1],
};

const SPAN_DIGITS = 16;

const withPrefix = (
  prefix: string,
  texts: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(texts).map(([key, value]) => [`${prefix}${key}`, value]));

/** A pod's line as the OpenTelemetry Collector's elasticsearch exporter writes it in the mapping mode `otel`. */
export function otelRecord(truth: LogTruth, source: PodSource): ShippedRecord {
  const time = isoNanos(truth.timeNs);
  const [text, number] = truth.level === undefined ? ['', 0] : SEVERITY[truth.level];
  const { traceId } = truth;
  return {
    index: 'logs-kubernetes.otel-default',
    source: {
      '@timestamp': time,
      observed_timestamp: time,
      data_stream: { type: 'logs', dataset: 'kubernetes.otel', namespace: 'default' },
      ...(traceId === '' ? {} : { trace_id: traceId, span_id: traceId.slice(0, SPAN_DIGITS) }),
      ...(text === '' ? {} : { severity_text: text, severity_number: number }),
      attributes: {
        'log.iostream': truth.stream,
        'log.file.path': `/var/log/pods/${source.namespace}_${source.pod}_${source.podUid}/${source.container}/0.log`,
        logtag: 'F',
      },
      resource: {
        attributes: {
          'k8s.cluster.name': source.cluster,
          'k8s.namespace.name': source.namespace,
          'k8s.pod.name': source.pod,
          'k8s.pod.uid': source.podUid,
          'k8s.container.name': source.container,
          'k8s.node.name': source.node,
          'container.id': source.containerId,
          ...withPrefix('k8s.pod.label.', source.labels),
          ...withPrefix('k8s.pod.annotation.', source.annotations),
          ...withPrefix('k8s.namespace.label.', source.namespaceLabels),
        },
      },
      scope: {},
      body: { text: truth.line },
    },
  };
}

/** The same in the mapping mode `ecs`: ECS names where it has them, the rest as OpenTelemetry names it. */
export function otelEcsRecord(truth: LogTruth, source: PodSource): ShippedRecord {
  const [text, number] = truth.level === undefined ? ['', 0] : SEVERITY[truth.level];
  const { traceId } = truth;
  const severity: Readonly<Record<string, JsonValue>> =
    text === '' ? {} : { 'log.level': text, 'event.severity': number };
  return {
    index: 'logs-kubernetes-default',
    source: {
      '@timestamp': isoNanos(truth.timeNs),
      data_stream: { type: 'logs', dataset: 'kubernetes', namespace: 'default' },
      message: truth.line,
      ...nested({
        ...severity,
        ...(traceId === ''
          ? {}
          : { 'trace.id': traceId, 'span.id': traceId.slice(0, SPAN_DIGITS) }),
        'kubernetes.namespace': source.namespace,
        'kubernetes.pod.name': source.pod,
        'kubernetes.pod.uid': source.podUid,
        'kubernetes.node.name': source.node,
        'k8s.container.name': source.container,
        'k8s.cluster.name': source.cluster,
        'container.id': source.containerId,
        'log.iostream': truth.stream,
        'log.file.path': `/var/log/pods/${source.namespace}_${source.pod}_${source.podUid}/${source.container}/0.log`,
        ...withPrefix('k8s.pod.label.', source.labels),
      }),
    },
  };
}

type Tree = { [key: string]: JsonValue | Tree };

/** The exporter parts names at dots; where one name is the beginning of another, the shorter gets `.value`. */
function nested(flat: Readonly<Record<string, JsonValue>>): Readonly<Record<string, JsonValue>> {
  const names = Object.keys(flat);
  const root: Tree = {};
  for (const [name, value] of Object.entries(flat)) {
    const isPrefix = names.some((other) => other.startsWith(`${name}.`));
    const steps = (isPrefix ? `${name}.value` : name).split('.');
    const last = steps.pop() ?? name;
    let at = root;
    for (const step of steps) {
      at[step] ??= {};
      at = at[step] as Tree;
    }
    at[last] = value;
  }
  return root;
}
