import type { Builder } from 'flatbuffers';
import { type Offset } from 'flatbuffers';
import type { Column, Table } from '@gpuscope/aggregation/logs';
import { labelsOf, metaOf, scriptType } from '../meta.js';

// Field slots and type numbers: format/Schema.fbs of github.com/apache/arrow.

/** Writes a Schema table with what Grafana wants to know of the frame and its fields. */
export function writeSchema(
  builder: Builder,
  table: Table,
  refId: string,
  isNullable: (column: Column) => boolean,
): Offset {
  const fields = table.columns.map((column) => writeField(builder, column, isNullable(column)));
  const fieldVector = writeOffsets(builder, fields);
  const metadata = writeMetadata(builder, {
    name: table.name,
    refId,
    meta: JSON.stringify(metaOf(table)),
  });
  builder.startObject(4);
  builder.addFieldOffset(1, fieldVector, 0);
  builder.addFieldOffset(2, metadata, 0);
  return builder.endObject();
}

function writeField(builder: Builder, column: Column, isNullable: boolean): Offset {
  const labels = labelsOf(column);
  const name = builder.createString(column.name);
  const [typeNumber, type] = writeType(builder, column.type);
  const children = writeOffsets(builder, []);
  const metadata = writeMetadata(builder, {
    tstype: scriptType(column),
    ...(labels !== undefined && { labels: JSON.stringify(labels) }),
    ...(column.config !== undefined && { config: JSON.stringify(column.config) }),
  });
  builder.startObject(7);
  builder.addFieldOffset(0, name, 0);
  builder.addFieldInt8(1, isNullable ? 1 : 0, 0);
  builder.addFieldInt8(2, typeNumber, 0);
  builder.addFieldOffset(3, type, 0);
  builder.addFieldOffset(5, children, 0);
  builder.addFieldOffset(6, metadata, 0);
  return builder.endObject();
}

const INT = 2;
const FLOATING_POINT = 3;
const BINARY = 4;
const UTF8 = 5;
const TIMESTAMP = 10;
const DOUBLE = 2;
const NANOSECOND = 3;

/** The number of a type and the table that says more of it. */
function writeType(builder: Builder, type: Column['type']): readonly [number, Offset] {
  switch (type) {
    case 'time':
      builder.startObject(2);
      builder.addFieldInt16(0, NANOSECOND, 0);
      return [TIMESTAMP, builder.endObject()];
    case 'number':
      builder.startObject(1);
      builder.addFieldInt16(0, DOUBLE, 0);
      return [FLOATING_POINT, builder.endObject()];
    case 'integer':
      builder.startObject(2);
      builder.addFieldInt32(0, 64, 0);
      builder.addFieldInt8(1, 1, 0);
      return [INT, builder.endObject()];
    case 'string':
    case 'json':
      builder.startObject(0);
      return [type === 'string' ? UTF8 : BINARY, builder.endObject()];
  }
}

function writeMetadata(builder: Builder, entries: Readonly<Record<string, string>>): Offset {
  const pairs = Object.entries(entries).map(([key, value]) => {
    const [keyOffset, valueOffset] = [builder.createString(key), builder.createString(value)];
    builder.startObject(2);
    builder.addFieldOffset(0, keyOffset, 0);
    builder.addFieldOffset(1, valueOffset, 0);
    return builder.endObject();
  });
  return writeOffsets(builder, pairs);
}

function writeOffsets(builder: Builder, offsets: readonly Offset[]): Offset {
  builder.startVector(4, offsets.length, 4);
  for (const offset of offsets.toReversed()) builder.addOffset(offset);
  return builder.endVector();
}
