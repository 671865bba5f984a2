import type { DataFrame } from '@grafana/data';
import { DataTopic, FieldType } from '@grafana/data';
import { ROW_LEVELS } from '../../panels/lines/levels.js';
import type { RowLevel } from '../../panels/lines/row.js';

/** Lines of one level in each step. */
export interface LevelCounts {
  readonly level: RowLevel;
  readonly counts: readonly number[];
  readonly sum: number;
}

/** How many lines over time, by level. */
export interface Volume {
  /** When each step begins; ms since the epoch. */
  readonly times: readonly number[];
  readonly stepMs: number;
  /** Levels that occur, the worst first. */
  readonly levels: readonly LevelCounts[];
  /** How the data source marks levels that are estimated: a colour, and what it means. */
  readonly estimate?: { readonly color: string; readonly text: string };
  /** What is wrong with the counts, such as a part of the store that did not answer. */
  readonly warnings: readonly string[];
}

const isMark = ({ meta }: DataFrame): boolean => meta?.dataTopic === DataTopic.Annotations;

function estimateOf(frames: readonly DataFrame[]): Volume['estimate'] {
  const fields = frames.find(isMark)?.fields ?? [];
  const textOf = (name: string): unknown => fields.find((field) => field.name === name)?.values[0];
  const [color, text] = [textOf('color'), textOf('text')];
  return typeof color === 'string' && typeof text === 'string' ? { color, text } : undefined;
}

interface Series {
  readonly level: string | undefined;
  readonly times: readonly number[];
  readonly values: readonly (number | null)[];
}

function seriesOf({ fields }: DataFrame): readonly Series[] {
  const times = fields.find(({ type }) => type === FieldType.time)?.values ?? [];
  return fields
    .filter(({ type }) => type === FieldType.number)
    .map(({ labels, values }) => ({ level: labels?.level, times, values }));
}

const ALONE_MS = 1000;

/** The distance of the steps: steps without a line may be missing between two others. */
const stepOf = (times: readonly number[]): number =>
  times.length < 2
    ? ALONE_MS
    : times
        .slice(1)
        .reduce((least, time, at) => Math.min(least, time - (times[at] ?? time)), Infinity);

/** The volume that an answer holds; undefined where there is no line at all. */
export function readVolume(frames: readonly DataFrame[]): Volume | undefined {
  const series = frames.filter((frame) => !isMark(frame)).flatMap(seriesOf);
  const warnings = frames.flatMap(({ meta }) =>
    (meta?.notices ?? []).flatMap(({ severity, text }) => (severity === 'info' ? [] : [text])),
  );
  const times = [...new Set(series.flatMap((one) => one.times))].sort((a, b) => a - b);
  const places = new Map(times.map((time, at) => [time, at]));
  const levels = ROW_LEVELS.flatMap((level) => {
    const own = series.filter((one) => (one.level ?? 'unknown') === level);
    if (own.length === 0) return [];
    const counts = times.map(() => 0);
    for (const { times: at, values } of own)
      for (const [index, time] of at.entries()) {
        const place = places.get(time) ?? 0;
        counts[place] = (counts[place] ?? 0) + (values[index] ?? 0);
      }
    return [{ level, counts, sum: counts.reduce((sum, count) => sum + count, 0) }];
  });
  if (times.length === 0) return undefined;
  return { times, stepMs: stepOf(times), levels, estimate: estimateOf(frames), warnings };
}

/** Lines of a step, all levels together. */
export const totalAt = ({ levels }: Pick<Volume, 'levels'>, at: number): number =>
  levels.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0);

/** Only these levels; none chosen are all. */
export const onlyLevels = (volume: Volume, levels: readonly RowLevel[]): Volume =>
  levels.length === 0
    ? volume
    : { ...volume, levels: volume.levels.filter(({ level }) => levels.includes(level)) };

/** When the step with the most lines begins. */
export function peakOf(volume: Volume): number | undefined {
  const totals = volume.times.map((_, at) => totalAt(volume, at));
  const most = Math.max(0, ...totals);
  return most === 0 ? undefined : volume.times[totals.indexOf(most)];
}
