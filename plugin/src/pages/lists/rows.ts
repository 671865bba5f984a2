import { FieldType, type DataFrame, type Labels, type PanelData } from '@grafana/data';
import type { FigureId, ListSpec, RowLabel } from '@gpuscope/dashboards';
import { alignedWith, type Range } from './trend.js';

/** The query for the sparklines. */
export const TREND = 'trend';

/** One app, user or node. */
export interface Row {
  /** The same for the same thing at any time: its labels. */
  readonly key: string;
  readonly name: string;
  readonly labels: Readonly<Partial<Record<RowLabel, string>>>;
  readonly figures: Readonly<Partial<Record<FigureId, number>>>;
  /** Values over the time range; null where there was none. */
  readonly trend: readonly (number | null)[];
}

interface Found {
  readonly labels: Labels;
  readonly values: readonly (number | null)[];
}

/** What a range is in numbers, of the moments in which Grafana has it. */
export const rangeOf = (data: PanelData | undefined): Range | undefined =>
  data && { from: data.timeRange.from.valueOf(), to: data.timeRange.to.valueOf() };

/** Tables (a row per series) and series (a frame each) alike as labels with values. */
function foundIn(frame: DataFrame): readonly Found[] {
  const value = frame.fields.find(({ type }) => type === FieldType.number);
  if (value === undefined) return [];
  const names = frame.fields.filter(({ type }) => type === FieldType.string);
  if (names.length === 0) {
    return [{ labels: value.labels ?? {}, values: value.values as (number | null)[] }];
  }
  return Array.from({ length: frame.length }, (_, at) => ({
    labels: Object.fromEntries(names.map(({ name, values }) => [name, String(values[at] ?? '')])),
    values: [value.values[at] as number | null],
  }));
}

const labelsOf = ({ labels }: ListSpec, found: Labels): Row['labels'] =>
  Object.fromEntries(
    labels.flatMap((label) => (found[label] ? [[label, found[label]] as const] : [])),
  );

interface Making {
  readonly labels: Row['labels'];
  readonly figures: Partial<Record<FigureId, number>>;
  trend: readonly (number | null)[];
}

/**
 * Answers of all queries → a row for whatever any of them names.
 *
 * @param range that sparklines span; left out, from the first sample of any to the last
 */
export function rowsOf(
  spec: ListSpec,
  frames: readonly DataFrame[],
  range?: Range,
): readonly Row[] {
  const made = new Map<string, Making>();
  const trendOf = alignedWith(
    frames.filter(({ refId }) => refId === TREND),
    range,
  );
  for (const frame of frames) {
    for (const { labels, values } of foundIn(frame)) {
      const own = labelsOf(spec, labels);
      const key = spec.labels.map((label) => own[label] ?? '').join('\u0000');
      const row = made.get(key) ?? { labels: own, figures: {}, trend: [] };
      made.set(key, row);
      if (frame.refId === TREND) row.trend = trendOf(frame);
      const figure = spec.figures.find(({ id }) => id === frame.refId);
      const value = values.at(-1);
      if (figure !== undefined && typeof value === 'number' && !Number.isNaN(value))
        row.figures[figure.id] = value;
    }
  }
  return [...made].flatMap(([key, { labels, figures, trend }]) => {
    const name = labels[spec.of];
    return name === undefined ? [] : [{ key, name, labels, figures, trend }];
  });
}
