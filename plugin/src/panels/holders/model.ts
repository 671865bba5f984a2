import type { DataFrame, Labels } from '@grafana/data';
import { FieldType } from '@grafana/data';
import { byNature } from '../shared/natural.js';
import { numberOf } from '../shared/rows.js';
import type { Bar, Holder, Lane, Span } from './lane.js';
import type { Point, Stretch } from './spans.js';
import { clipped, joined, levelsOf, stepOf, stretches } from './spans.js';

interface Series {
  readonly labels: Labels;
  readonly points: readonly Point[];
  /** The distance of samples that was asked for, as the answer says; absent where it doesn't. */
  readonly stepMs: number | undefined;
}

const QUERY = 'held';

/** The samples in their order, whatever order they came in; without those of no time. */
const pointsOf = (times: readonly unknown[], values: readonly unknown[]): readonly Point[] =>
  values
    .map((value, at) => ({ timeMs: numberOf(times[at]), value: numberOf(value) }))
    .filter(({ timeMs }) => Number.isFinite(timeMs))
    .sort((a, b) => a.timeMs - b.timeMs);

function seriesOf(frame: DataFrame): readonly Series[] {
  const time = frame.fields.find(({ type }) => type === FieldType.time);
  if (frame.refId !== QUERY || time === undefined) return [];
  const stepMs = time.config.interval ?? undefined;
  return frame.fields
    .filter(({ type }) => type === FieldType.number)
    .map(({ labels = {}, values }) => ({
      labels,
      points: pointsOf(time.values as unknown[], values as unknown[]),
      stepMs,
    }));
}

/** What the answer says of the distance of its samples, or else shows. */
function distanceOf(all: readonly Series[], otherwise: number): number {
  const told = all.reduce(
    (least, { stepMs = 0 }) => (stepMs > 0 ? Math.min(least, stepMs) : least),
    Infinity,
  );
  if (Number.isFinite(told)) return told;
  return stepOf(
    all.map(({ points }) => points),
    otherwise,
  );
}

function grouped(all: readonly Series[], key: (labels: Labels) => string) {
  const groups = new Map<string, Series[]>();
  for (const series of all) {
    const of = key(series.labels);
    groups.set(of, [...(groups.get(of) ?? []), series]);
  }
  return groups;
}

const keyOf = (labels: Labels, names: readonly string[]): string =>
  names.map((name) => labels[name] ?? '').join('\n');

const DEVICE = ['cluster', 'node', 'gpu', 'gpu_instance'] as const;
const HOLDER = ['tenant', 'app', 'user', 'namespace', 'pod'] as const;

function holderOf({ tenant = '', app = '', user = '', namespace = '', pod = '' }: Labels): Holder {
  return { tenant, app, user, namespace, pod };
}

interface Reading {
  readonly range: Span;
  readonly stepMs: number;
}

/** A pod's containers are one holder. */
function barsOf(
  series: readonly Series[],
  { range, stepMs }: Reading,
): readonly Omit<Bar, 'level'>[] {
  const { labels } = series[0]!;
  const all = joined(series.flatMap(({ points }) => stretches(points, stepMs)));
  return all
    .map((stretch): Stretch | undefined => clipped(stretch, range))
    .filter((stretch) => stretch !== undefined)
    .map(({ fromMs, toMs, value }) => ({
      key: `${keyOf(labels, HOLDER)}\n${fromMs}`,
      holder: holderOf(labels),
      fromMs,
      toMs,
      share: value,
      isOpenBefore: fromMs - stepMs < range.fromMs,
      isOpenAfter: toMs >= range.toMs,
    }));
}

function laneOf(key: string, series: readonly Series[], reading: Reading): Lane {
  const { cluster = '', node = '', gpu = '', gpu_instance = '' } = series[0]?.labels ?? {};
  const byHolder = [...grouped(series, (labels) => keyOf(labels, HOLDER)).values()];
  const bars = byHolder
    .flatMap((of) => barsOf(of, reading))
    .sort((a, b) => a.fromMs - b.fromMs || byNature(a.holder.pod, b.holder.pod));
  const levels = levelsOf(bars);
  return {
    key,
    cluster,
    node,
    gpu,
    instance: gpu_instance,
    levels: Math.max(0, ...levels) + 1,
    bars: bars.map((bar, at) => ({ ...bar, level: levels[at] ?? 0 })),
  };
}

/** Devices in the order in which people count. */
const byDevice = (a: Lane, b: Lane): number =>
  byNature(a.cluster, b.cluster) ||
  byNature(a.node, b.node) ||
  byNature(a.gpu, b.gpu) ||
  byNature(a.instance, b.instance);

/**
 * Who held which device when, a lane per device that somebody held.
 *
 * @param stepMs distance of samples, where the answer neither says nor shows it
 */
export function timeline(
  frames: readonly DataFrame[],
  range: Span,
  stepMs: number,
): readonly Lane[] {
  const all = frames.flatMap(seriesOf);
  const reading = { range, stepMs: distanceOf(all, stepMs) };
  return [...grouped(all, (labels) => keyOf(labels, DEVICE))]
    .map(([key, series]) => laneOf(key, series, reading))
    .filter(({ bars }) => bars.length > 0)
    .sort(byDevice);
}
