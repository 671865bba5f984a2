import { createByteWriter, type ByteWriter } from './byteWriter.js';
import type { ChunkPlace } from './chunkFile.js';

const MAGIC = 0xbaaad700;
const VERSION = 2;

/** Series begin at multiples of this, and are named by which. */
const SERIES_ALIGNMENT = 16;

/** Labels in the order of their names, `__name__` among them. */
export type LabelPairs = readonly (readonly [name: string, value: string])[];

export interface IndexedSeries {
  readonly labels: LabelPairs;
  readonly chunks: readonly ChunkPlace[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byLabels(a: LabelPairs, b: LabelPairs): number {
  for (const [at, [name, value]] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    const order = byText(name, other[0]) || byText(value, other[1]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** The index of a block, tsdb/docs/format/index.md. */
export function indexBytes(series: readonly IndexedSeries[]): Uint8Array {
  const file = createByteWriter(1 << 20);
  file.u32(MAGIC);
  file.u8(VERSION);
  const sorted = series.toSorted((a, b) => byLabels(a.labels, b.labels));
  const symbolsAt = file.position();
  const symbols = writeSymbols(file, sorted);
  const seriesAt = file.position();
  const postings = writeSeries(file, sorted, symbols);
  // Nobody reads these two any more; the format has them.
  const labelIndicesAt = file.position();
  const postingsAt = file.position();
  const offsets = writePostings(file, postings);
  const labelTableAt = file.position();
  section(file, () => {
    file.u32(0);
  });
  const postingsTableAt = file.position();
  writeOffsets(file, offsets);
  const contentsAt = file.position();
  for (const at of [symbolsAt, seriesAt, labelIndicesAt, labelTableAt, postingsAt]) file.u64(at);
  file.u64(postingsTableAt);
  file.checksum(contentsAt);
  return file.bytes();
}

/** A part with its length before it and its check sum behind it. */
function section(file: ByteWriter, write: () => void): void {
  const lengthAt = file.position();
  file.u32(0);
  const start = file.position();
  write();
  file.patchU32(lengthAt, file.position() - start);
  file.checksum(start);
}

function writeSymbols(
  file: ByteWriter,
  series: readonly IndexedSeries[],
): ReadonlyMap<string, number> {
  const texts = new Set(series.flatMap(({ labels }) => labels.flat()));
  const sorted = ['', ...texts].sort(byText);
  section(file, () => {
    file.u32(sorted.length);
    for (const text of sorted) file.text(text);
  });
  return new Map(sorted.map((text, at) => [text, at]));
}

/** Label name → value → the series that carry it; the empty name stands for all. */
type Postings = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

function writeSeries(
  file: ByteWriter,
  series: readonly IndexedSeries[],
  symbols: ReadonlyMap<string, number>,
): Postings {
  const postings = new Map<string, Map<string, number[]>>();
  const carries = (name: string, value: string, reference: number): void => {
    const values = postings.get(name) ?? new Map<string, number[]>();
    postings.set(name, values);
    const references = values.get(value);
    if (references === undefined) values.set(value, [reference]);
    else references.push(reference);
  };
  for (const { labels, chunks } of series) {
    file.pad(SERIES_ALIGNMENT);
    const reference = file.position() / SERIES_ALIGNMENT;
    carries('', '', reference);
    for (const [name, value] of labels) carries(name, value, reference);
    const body = seriesBody(labels, chunks, symbols);
    file.uvarint(body.length);
    const start = file.position();
    file.raw(body);
    file.checksum(start);
  }
  return postings;
}

function seriesBody(
  labels: LabelPairs,
  chunks: readonly ChunkPlace[],
  symbols: ReadonlyMap<string, number>,
): Uint8Array {
  const body = createByteWriter(256);
  body.uvarint(labels.length);
  for (const text of labels.flat()) body.uvarint(symbols.get(text) ?? 0);
  body.uvarint(chunks.length);
  let before: ChunkPlace | undefined;
  for (const chunk of chunks) {
    if (before === undefined) body.varint(chunk.minMs);
    else body.uvarint(chunk.minMs - before.maxMs);
    body.uvarint(chunk.maxMs - chunk.minMs);
    if (before === undefined) body.uvarint(chunk.reference);
    else body.varint(chunk.reference - before.reference);
    before = chunk;
  }
  return body.bytes();
}

interface PostingsPlace {
  readonly name: string;
  readonly value: string;
  readonly at: number;
}

function writePostings(file: ByteWriter, postings: Postings): PostingsPlace[] {
  const names = [...postings].sort(([a], [b]) => byText(a, b));
  return names.flatMap(([name, values]) =>
    [...values]
      .sort(([a], [b]) => byText(a, b))
      .map(([value, references]) => {
        file.pad(4);
        const at = file.position();
        section(file, () => {
          file.u32(references.length);
          for (const reference of references) file.u32(reference);
        });
        return { name, value, at };
      }),
  );
}

function writeOffsets(file: ByteWriter, places: readonly PostingsPlace[]): void {
  section(file, () => {
    file.u32(places.length);
    for (const { name, value, at } of places) {
      file.u8(2);
      file.text(name);
      file.text(value);
      file.uvarint(at);
    }
  });
}
