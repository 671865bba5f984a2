import {
  batchMessage,
  footer,
  schemaMessage,
  type FieldNode,
  type Place,
  type WriteSchema,
} from './messages.js';
import { align, type Piece } from './piece.js';

/** What goes into a file of one record batch. */
export interface FileContent {
  readonly writeSchema: WriteSchema;
  readonly rows: number;
  /** One a column. */
  readonly nodes: readonly FieldNode[];
  /** Those of all columns in a row. */
  readonly pieces: readonly Piece[];
}

const MAGIC = Buffer.from('ARROW1');
const HEAD_SIZE = 8; // the magic word, padded
const CONTINUATION = 0xff_ff_ff_ff;
const END_SIZE = 8; // continuation and an empty message

/** A file in Arrow's IPC format. It is measured first and then written into one piece of memory. */
export function arrowFile({ writeSchema, rows, nodes, pieces }: FileContent): Uint8Array {
  const schema = schemaMessage(writeSchema);
  const [places, bodySize] = placesOf(pieces);
  const batch = batchMessage(rows, nodes, places, bodySize);
  const batchOffset = HEAD_SIZE + framedSize(schema);
  const bodyOffset = batchOffset + framedSize(batch);
  const foot = footer(writeSchema, [
    { offset: batchOffset, messageSize: framedSize(batch), bodySize },
  ]);
  const footOffset = bodyOffset + bodySize + END_SIZE;
  const file = Buffer.alloc(footOffset + foot.length + 4 + MAGIC.length);

  file.set(MAGIC, 0);
  writeFramed(file, HEAD_SIZE, schema);
  writeFramed(file, batchOffset, batch);
  pieces.forEach((piece, at) => piece.write(file, bodyOffset + (places[at]?.offset ?? 0)));
  file.writeUInt32LE(CONTINUATION, footOffset - END_SIZE);
  file.set(foot, footOffset);
  file.writeInt32LE(foot.length, footOffset + foot.length);
  file.set(MAGIC, footOffset + foot.length + 4);
  return file;
}

function placesOf(pieces: readonly Piece[]): readonly [readonly Place[], number] {
  let offset = 0;
  const places = pieces.map(({ size }) => {
    const place = { offset, size };
    offset = align(offset + size);
    return place;
  });
  return [places, offset];
}

/** A message's size with the two words before it and the padding behind it. */
const framedSize = (message: Uint8Array): number => align(8 + message.length);

function writeFramed(file: Buffer, offset: number, message: Uint8Array): void {
  file.writeUInt32LE(CONTINUATION, offset);
  file.writeInt32LE(framedSize(message) - 8, offset + 4);
  file.set(message, offset + 8);
}
