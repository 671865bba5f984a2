import { Builder, type Offset } from 'flatbuffers';

// Field slots and numbers: format/Message.fbs and File.fbs of github.com/apache/arrow.

const VERSION_5 = 4;
const SCHEMA = 1;
const RECORD_BATCH = 3;

export type WriteSchema = (builder: Builder) => Offset;

/** Where something lies, in bytes. */
export interface Place {
  readonly offset: number;
  readonly size: number;
}

export interface FieldNode {
  readonly rows: number;
  readonly nulls: number;
}

/** A Message that holds a schema. */
export const schemaMessage = (write: WriteSchema): Uint8Array => message(SCHEMA, write, 0);

/** A Message that says how a record batch lies in the body behind it. */
export function batchMessage(
  rows: number,
  nodes: readonly FieldNode[],
  buffers: readonly Place[],
  bodySize: number,
): Uint8Array {
  return message(
    RECORD_BATCH,
    (builder) => {
      const nodeVector = writePairs(
        builder,
        nodes.map((node) => [node.rows, node.nulls]),
      );
      const bufferVector = writePairs(
        builder,
        buffers.map(({ offset, size }) => [offset, size]),
      );
      builder.startObject(4);
      builder.addFieldInt64(0, BigInt(rows), 0n);
      builder.addFieldOffset(1, nodeVector, 0);
      builder.addFieldOffset(2, bufferVector, 0);
      return builder.endObject();
    },
    bodySize,
  );
}

function message(kind: number, write: WriteSchema, bodySize: number): Uint8Array {
  const builder = new Builder(1024);
  const header = write(builder);
  builder.startObject(5);
  builder.addFieldInt16(0, VERSION_5, 0);
  builder.addFieldInt8(1, kind, 0);
  builder.addFieldOffset(2, header, 0);
  builder.addFieldInt64(3, BigInt(bodySize), 0n);
  builder.finish(builder.endObject());
  return builder.asUint8Array();
}

/** A vector of structs of two int64. */
function writePairs(builder: Builder, pairs: readonly (readonly [number, number])[]): Offset {
  builder.startVector(16, pairs.length, 8);
  for (const [first, second] of pairs.toReversed()) {
    builder.prep(8, 16);
    builder.writeInt64(BigInt(second));
    builder.writeInt64(BigInt(first));
  }
  return builder.endVector();
}

/** Where a record batch begins in the file, and the sizes of its two parts. */
export interface Block {
  readonly offset: number;
  readonly messageSize: number;
  readonly bodySize: number;
}

/** The Footer: the schema once more, and where the batches lie. */
export function footer(write: WriteSchema, blocks: readonly Block[]): Uint8Array {
  const builder = new Builder(1024);
  const schema = write(builder);
  const dictionaries = writeBlocks(builder, []);
  const batches = writeBlocks(builder, blocks);
  builder.startObject(5);
  builder.addFieldInt16(0, VERSION_5, 0);
  builder.addFieldOffset(1, schema, 0);
  builder.addFieldOffset(2, dictionaries, 0);
  builder.addFieldOffset(3, batches, 0);
  builder.finish(builder.endObject());
  return builder.asUint8Array();
}

function writeBlocks(builder: Builder, blocks: readonly Block[]): Offset {
  builder.startVector(24, blocks.length, 8);
  for (const { offset, messageSize, bodySize } of blocks.toReversed()) {
    builder.prep(8, 24);
    builder.writeInt64(BigInt(bodySize));
    builder.pad(4);
    builder.writeInt32(messageSize);
    builder.writeInt64(BigInt(offset));
  }
  return builder.endVector();
}
