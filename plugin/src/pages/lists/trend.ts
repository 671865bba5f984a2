import { FieldType, type DataFrame } from '@grafana/data';

/** Milliseconds since the epoch. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

type Values = readonly (number | null)[];

/** More places no sparkline has pixels for. */
const MOST_PLACES = 2000;

const fieldOf = ({ fields }: DataFrame, wanted: FieldType) =>
  fields.find(({ type }) => type === wanted);

const timesOf = (frame: DataFrame): readonly number[] =>
  (fieldOf(frame, FieldType.time)?.values ?? []) as readonly number[];

/** The moments that the queries asked for, as far as answers tell: those of all of them, and on to the ends of the range. */
function momentsOf(frames: readonly DataFrame[], range: Range | undefined): readonly number[] {
  const known = [...new Set(frames.flatMap(timesOf))].sort((one, other) => one - other);
  const [first, last] = [known[0], known.at(-1)];
  if (range === undefined || first === undefined || last === undefined) return known;
  const step = Math.min(...known.slice(1).map((time, at) => time - (known[at] ?? time)));
  if ((range.to - range.from) / step > MOST_PLACES) return known;
  const places = (length: number): number => Math.max(0, Math.floor(length / step));
  const [before, after] = [places(first - range.from), places(range.to - last)];
  return [
    ...Array.from({ length: before }, (_, at) => first - (before - at) * step),
    ...known,
    ...Array.from({ length: after }, (_, at) => last + (at + 1) * step),
  ];
}

/**
 * Series as places of one line, equally far apart: null where this one has no sample and others have, or none has.
 *
 * Prometheus leaves out what was not there; without its places a line of the last hour would fill the whole day.
 */
export function alignedWith(
  frames: readonly DataFrame[],
  range: Range | undefined,
): (frame: DataFrame) => Values {
  const moments = momentsOf(frames, range);
  return (frame) => {
    const values = (fieldOf(frame, FieldType.number)?.values ?? []) as Values;
    const found = new Map(timesOf(frame).map((time, at) => [time, values[at] ?? null] as const));
    return moments.map((time) => found.get(time) ?? null);
  };
}
