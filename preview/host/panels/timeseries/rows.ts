import { FieldType, formattedValueToString, type DataFrame, type Field } from '@grafana/data';
import { textOf } from '../shared/textOf.js';
import { SortOrder, TooltipDisplayMode } from '@grafana/schema';

/** A line of the tooltip. */
export interface Row {
  readonly label: string;
  readonly value: string;
  readonly color: string;
  readonly isActive: boolean;
  readonly number: number;
}

interface Hovered {
  readonly frame: DataFrame;
  /** For each field of the frame, the place of the value that is meant. */
  readonly places: readonly (number | null)[];
  readonly seriesIndex: number | null;
  readonly mode: TooltipDisplayMode;
  readonly sort: SortOrder;
}

const isHidden = ({ config }: Field): boolean => {
  const { hideFrom } = (config.custom ?? {}) as { hideFrom?: { viz?: boolean; tooltip?: boolean } };
  return hideFrom?.viz === true || hideFrom?.tooltip === true;
};

function sorted(rows: readonly Row[], sort: SortOrder): readonly Row[] {
  if (sort === SortOrder.None) return rows;
  const sign = sort === SortOrder.Ascending ? 1 : -1;
  return [...rows].sort((one, other) => sign * (one.number - other.number));
}

/** What the tooltip says of the values under the pointer. */
export function rowsOf({ frame, places, seriesIndex, mode, sort }: Hovered): readonly Row[] {
  const rows = frame.fields.flatMap((field, at): Row[] => {
    const place = places[at];
    if (at === 0 || field.type === FieldType.time || isHidden(field)) return [];
    if (place === null || place === undefined) return [];
    if (mode === TooltipDisplayMode.Single && at !== seriesIndex) return [];
    const value: unknown = field.values[place];
    if (value === null || value === undefined) return [];
    const display = field.display?.(value) ?? { text: textOf(value), numeric: NaN };
    return [
      {
        label: field.state?.displayName ?? field.name,
        value: formattedValueToString(display),
        color: display.color ?? 'transparent',
        isActive: mode === TooltipDisplayMode.Multi && at === seriesIndex,
        number: Number(value),
      },
    ];
  });
  return sorted(rows, sort);
}
