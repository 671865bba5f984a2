import { FieldType, getFieldDisplayName, type DataFrame } from '@grafana/data';
import type { MarkSpec } from '@gpuscope/dashboards';

const NAMES = /\{\{\s*(\w+)\s*\}\}/g;

/** Series whose values are moments → marks in graphs; a moment that many samples tell is marked once. */
export function marksOf(
  { name, text }: MarkSpec,
  series: readonly DataFrame[],
  range: { readonly from: number; readonly to: number },
): DataFrame {
  const marks = new Map<string, { readonly time: number; readonly text: string }>();
  for (const frame of series) {
    for (const field of frame.fields.filter(({ type }) => type === FieldType.number)) {
      const { labels = {} } = field;
      const words =
        text.replace(NAMES, (_, label: string) => labels[label] ?? '') ||
        getFieldDisplayName(field, frame);
      for (const time of field.values as readonly (number | null)[]) {
        if (time === null || !(time >= range.from && time <= range.to)) continue;
        marks.set(`${time} ${words}`, { time, text: words });
      }
    }
  }
  const rows = [...marks.values()].sort((one, other) => one.time - other.time);
  const field = (named: string, type: FieldType, values: unknown[]) => ({
    name: named,
    type,
    config: {},
    values,
  });
  return {
    fields: [
      field(
        'time',
        FieldType.time,
        rows.map(({ time }) => time),
      ),
      field(
        'title',
        FieldType.string,
        rows.map(() => name),
      ),
      field(
        'text',
        FieldType.string,
        rows.map((row) => row.text),
      ),
      field(
        'color',
        FieldType.string,
        rows.map(() => 'blue'),
      ),
      field(
        'tags',
        FieldType.other,
        rows.map(() => []),
      ),
    ],
    length: rows.length,
  };
}
