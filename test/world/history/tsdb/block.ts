import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createChunkFile } from './chunkFile.js';
import { indexBytes, type IndexedSeries, type LabelPairs } from './indexFile.js';
import type { Chunk } from './xorChunk.js';

/** A series with all its samples. */
export interface BlockSeries {
  readonly labels: LabelPairs;
  readonly chunks: readonly Chunk[];
}

export interface BlockFacts {
  readonly series: number;
  readonly samples: number;
}

/**
 * Writes a block into a Prometheus data folder: what a Prometheus would have written that had been there at the time.
 * The format is documented in https://github.com/prometheus/prometheus, tsdb/docs/format.
 *
 * @param folder Prometheus' data folder, which no Prometheus uses at the time
 */
export async function writeBlock(folder: string, all: readonly BlockSeries[]): Promise<BlockFacts> {
  const chunkFile = createChunkFile();
  const indexed: IndexedSeries[] = [];
  let [minMs, maxMs, samples, chunkCount] = [Infinity, -Infinity, 0, 0];
  for (const { labels, chunks } of all) {
    indexed.push({ labels, chunks: chunks.map((chunk) => chunkFile.add(chunk)) });
    chunkCount += chunks.length;
    for (const chunk of chunks) {
      samples += chunk.samples;
      minMs = Math.min(minMs, chunk.minMs);
      maxMs = Math.max(maxMs, chunk.maxMs);
    }
  }
  if (samples === 0) throw new Error('a block needs a sample');
  const ulid = ulidOf(minMs);
  const meta = {
    ulid,
    minTime: minMs,
    maxTime: maxMs + 1,
    stats: { numSamples: samples, numSeries: all.length, numChunks: chunkCount },
    compaction: { level: 1, sources: [ulid] },
    version: 1,
  };
  const block = join(folder, ulid);
  await mkdir(join(block, 'chunks'), { recursive: true });
  await writeFile(join(block, 'chunks/000001'), chunkFile.bytes());
  await writeFile(join(block, 'index'), indexBytes(indexed));
  await writeFile(join(block, 'meta.json'), JSON.stringify(meta));
  return { series: all.length, samples };
}

const ULID_DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_DIGITS = 10;
const REST_DIGITS = 16;

/** The name of a block: a time and, here, nothing else, so that the same history has the same name. */
function ulidOf(ms: number): string {
  let left = ms;
  let time = '';
  for (let digit = 0; digit < TIME_DIGITS; digit += 1) {
    time = `${ULID_DIGITS[left % 32] ?? '0'}${time}`;
    left = Math.floor(left / 32);
  }
  return time.padEnd(TIME_DIGITS + REST_DIGITS, '0');
}
