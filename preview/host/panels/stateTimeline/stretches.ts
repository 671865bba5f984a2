import {
  applyNullInsertThreshold,
  FieldType,
  formattedValueToString,
  getFieldDisplayName,
  type DataFrame,
  type Field,
} from '@grafana/data';
import { textOf } from '../shared/textOf.js';

/** A time in which a row's value stayed the same, ms since the epoch. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly color: string;
}

/** A row: what it is of, and what it was when. */
export interface Line {
  readonly name: string;
  readonly field: Field;
  readonly stretches: readonly Stretch[];
}

interface Range {
  readonly from: number;
  readonly to: number;
}

interface Rules {
  readonly range: Range;
  /** Equal values beside each other count as one. */
  readonly merge: boolean;
}

const NO_COLOR = 'transparent';

/** Samples that lie further apart than usual have a gap between them. */
function withGaps(frame: DataFrame): DataFrame {
  const time = frame.fields.find(({ type }) => type === FieldType.time);
  if (time?.config.interval === undefined) return frame;
  return applyNullInsertThreshold({ frame, refFieldName: time.name });
}

function stretchesOf(times: readonly number[], field: Field, { range, merge }: Rules): Stretch[] {
  const found: Stretch[] = [];
  times.forEach((time, at) => {
    const value: unknown = field.values[at];
    const to = Math.min(times[at + 1] ?? range.to, range.to);
    const from = Math.max(time, range.from);
    if (value === null || value === undefined || to <= from) return;
    const display = field.display?.(value) ?? { text: textOf(value), numeric: NaN };
    const text = formattedValueToString(display);
    const last = found.at(-1);
    if (merge && last !== undefined && last.text === text && last.to === from) {
      found[found.length - 1] = { ...last, to };
    } else {
      found.push({ from, to, text, color: display.color ?? NO_COLOR });
    }
  });
  return found;
}

/** The rows of a timeline: one for each field beside the time. */
export function linesOf(frames: readonly DataFrame[], rules: Rules): readonly Line[] {
  return frames.flatMap((original) => {
    const frame = withGaps(original);
    const time = frame.fields.find(({ type }) => type === FieldType.time);
    if (time === undefined) return [];
    return frame.fields
      .filter((field) => field !== time && field.type !== FieldType.time)
      .map((field) => ({
        name: getFieldDisplayName(field, original, [...frames]),
        field,
        stretches: stretchesOf(time.values as number[], field, rules),
      }));
  });
}

/** What the values of all rows are called, with their colours, each once. */
export function legendOf(lines: readonly Line[]): ReadonlyMap<string, string> {
  const colors = new Map<string, string>();
  for (const { stretches } of lines) {
    for (const { text, color } of stretches) if (!colors.has(text)) colors.set(text, color);
  }
  return colors;
}
