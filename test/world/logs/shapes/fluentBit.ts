import type { JsonValue, LogLevel } from '@gpuscope/aggregation/logs';
import { isoNanos } from '../cri.js';
import type { LogTruth, PodSource } from '../truth.js';
import { dayOf, isoMillis } from './day.js';
import type { ShippedRecord } from './record.js';

export interface FluentBitOptions {
  /** `Replace_Dots On`: dots in labels and annotations become `_`. */
  readonly replaceDots?: boolean;
  /** `time_key_nanos On`. */
  readonly nanos?: boolean;
  /** With our filter: `gpuscope.{app,user,level}`, as far as the truth has them. */
  readonly filter?: boolean;
  /** `Merge_Log On`: the keys of a JSON line stand at the root too. */
  readonly mergeLog?: boolean;
  /** `logstash` when left out. */
  readonly prefix?: string;
}

type Texts = Readonly<Record<string, string>>;

const underscored = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [key.replaceAll('.', '_'), value]),
  );

/** A pod's line as Fluent Bit's kubernetes filter and es output write it. */
export function fluentBitRecord(
  truth: LogTruth,
  source: PodSource,
  options: FluentBitOptions = {},
): ShippedRecord {
  const spell = options.replaceDots === true ? underscored : (texts: Texts): Texts => texts;
  const hasAny = (texts: Texts): boolean => Object.keys(texts).length > 0;
  const filled = (name: string, texts: Texts): Readonly<Record<string, JsonValue>> =>
    hasAny(texts) ? { [name]: spell(texts) } : {};
  return {
    index: `${options.prefix ?? 'logstash'}-${dayOf(truth)}`,
    source: {
      ...(options.mergeLog === true ? merged(truth) : {}),
      '@timestamp': options.nanos === true ? isoNanos(truth.timeNs) : isoMillis(truth),
      stream: truth.stream,
      _p: 'F',
      log: `${truth.line}\n`,
      kubernetes: {
        pod_name: source.pod,
        namespace_name: source.namespace,
        pod_id: source.podUid,
        ...filled('labels', source.labels),
        ...filled('annotations', source.annotations),
        host: source.node,
        pod_ip: source.podIp,
        container_name: source.container,
        docker_id: source.containerId,
        container_hash: `${source.image}@sha256:${source.containerId}`,
        container_image: source.image,
      },
      ...(options.filter === true ? { gpuscope: namesOf(truth.level, source) } : {}),
    },
  };
}

function merged({ line }: LogTruth): Readonly<Record<string, JsonValue>> {
  if (!line.startsWith('{')) return {};
  return JSON.parse(line) as Readonly<Record<string, JsonValue>>;
}

/** The filter knows the namespace's labels and annotations too (`Namespace_Labels On`, `Namespace_Annotations On`). */
function namesOf(
  level: LogLevel | undefined,
  { app, user }: PodSource,
): Readonly<Record<string, JsonValue>> {
  const names = { app, user, level: level ?? '' };
  return Object.fromEntries(Object.entries(names).filter(([, value]) => value !== ''));
}
