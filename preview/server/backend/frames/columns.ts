import { DataType, Precision, TimeUnit, type Field, type Vector } from 'apache-arrow';

/** What a column's values are in Grafana: the backend's name, and what a browser makes of them. */
export interface ColumnKind {
  readonly frame: string;
  readonly type: string;
  /** A value that is there, as JSON has it. */
  readonly json: (value: unknown) => unknown;
}

const asIs = (value: unknown): unknown => value;

const whole = (frame: string): ColumnKind => ({ frame, type: 'number', json: Number });

const fraction = (frame: string): ColumnKind => ({ frame, type: 'number', json: asIs });

const TEXT: ColumnKind = { frame: 'string', type: 'string', json: asIs };

const RAW: ColumnKind = {
  frame: 'json.RawMessage',
  type: 'other',
  json: (value): unknown => JSON.parse(Buffer.from(value as Uint8Array).toString('utf8')),
};

const TIME: ColumnKind = { frame: 'time.Time', type: 'time', json: asIs };

const FLAG: ColumnKind = { frame: 'bool', type: 'boolean', json: asIs };

/**
 * The kind of a column, by its type in Arrow: those that Grafana's frames can have.
 *
 * @throws {Error} that names a type which they can't have
 */
export function kindOf({ name, type }: Field): ColumnKind {
  if (DataType.isTimestamp(type) && type.unit === TimeUnit.NANOSECOND) return TIME;
  if (DataType.isUtf8(type)) return TEXT;
  if (DataType.isBinary(type)) return RAW;
  if (DataType.isBool(type)) return FLAG;
  if (DataType.isInt(type)) return whole(`${type.isSigned ? '' : 'u'}int${type.bitWidth}`);
  if (DataType.isFloat(type) && type.precision !== Precision.HALF)
    return fraction(type.precision === Precision.SINGLE ? 'float32' : 'float64');
  throw new Error(`the column ${JSON.stringify(name)} is of the type ${String(type)}`);
}

/** Nanoseconds since the epoch, where there is a time. Arrow's own reader would round them to milliseconds. */
export function nanosecondsOf(column: Vector): readonly (bigint | null)[] {
  return column.data.flatMap((chunk) => {
    const values = chunk.values as BigInt64Array;
    return Array.from({ length: chunk.length }, (_, row) =>
      chunk.getValid(row) ? (values[row] ?? null) : null,
    );
  });
}
