import { cacheFieldDisplayNames, FieldType, type DataFrame, type Field } from '@grafana/data';

/** What is no number can't be drawn: a gap stands in its place. */
const finite = (values: readonly unknown[]): unknown[] =>
  values.map((value) => (typeof value === 'number' && !Number.isFinite(value) ? null : value));

const isDrawn = ({ type }: Field): boolean =>
  type === FieldType.time || type === FieldType.number || type === FieldType.boolean;

function drawn(field: Field): Field {
  if (field.type === FieldType.number) return { ...field, values: finite(field.values) };
  if (field.type !== FieldType.boolean) return field;
  const values = (field.values as (boolean | null)[]).map((value) =>
    value === null ? null : Number(value),
  );
  return { ...field, type: FieldType.number, values };
}

/** The frames that can be drawn over time, with what can be drawn of them; none: nothing can. */
export function graphable(frames: readonly DataFrame[]): DataFrame[] {
  // Found out while all frames are in sight: a series is called by what tells it from the others.
  cacheFieldDisplayNames([...frames]);
  return frames.flatMap((frame) => {
    const fields = frame.fields.filter(isDrawn);
    const hasTime = fields.some(({ type }) => type === FieldType.time);
    if (!hasTime || fields.length < 2 || frame.length === 0) return [];
    return [{ ...frame, fields: fields.map(drawn) }];
  });
}
