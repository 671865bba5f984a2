import type { PageSample } from '../protocol/foreign/index.js';
import { writeBlock, type BlockFacts } from './tsdb/block.js';
import type { LabelPairs } from './tsdb/indexFile.js';
import { createChunkWriter, type ChunkWriter } from './tsdb/xorChunk.js';

/** Something that is scraped again and again. */
export interface RecordedTarget {
  /** What its page says at a moment; a series that it does not name any more ends there. */
  scrape(nowSeconds: number, page: readonly PageSample[]): void;
}

/** Keeps what was scraped, as Prometheus would. */
export interface Recorder {
  /** @param own the labels that the scrape adds to each series */
  target(own: Readonly<Record<string, string>>): RecordedTarget;
  /** Writes all of it into Prometheus' data folder. */
  write(folder: string): Promise<BlockFacts>;
}

interface Recorded {
  readonly name: string;
  readonly given: Readonly<Record<string, string>>;
  readonly labelCount: number;
  readonly labels: LabelPairs;
  readonly samples: ChunkWriter;
  lastMs: number;
  /** Its place on the last page that had it. */
  at: number;
}

/** The NaN by which Prometheus marks that a series ended, in two halves. */
const STALE = [0x7ff00000, 2] as const;

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);

export function createRecorder(): Recorder {
  const all = new Map<string, Recorded>();

  function find({ name, labels }: PageSample, own: Readonly<Record<string, string>>): Recorded {
    // As in a scrape, what the target adds stands above what its page says.
    const pairs = Object.entries({ ...labels, ...own, __name__: name })
      .filter(([, value]) => value !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const key = pairs.flat().join('\n');
    const known = all.get(key);
    if (known !== undefined) return known;
    const samples = createChunkWriter();
    const labelCount = Object.keys(labels).length;
    const made = {
      name,
      given: labels,
      labelCount,
      labels: pairs,
      samples,
      lastMs: -Infinity,
      at: -1,
    };
    all.set(key, made);
    return made;
  }

  return {
    target(own) {
      let before: readonly Recorded[] = [];
      return {
        scrape(nowSeconds, page) {
          const ms = Math.round(nowSeconds * 1000);
          // Most pages name the same series in the same order as the page before; where one came or went, the
          // others go on behind it.
          let next = 0;
          const now = page.map((sample) => {
            const guess = before[next];
            const series = guess !== undefined && isOf(guess, sample) ? guess : find(sample, own);
            if (before[series.at] === series) next = series.at + 1;
            append(series, ms, sample.value);
            return series;
          });
          for (const series of before) if (series.lastMs !== ms) end(series, ms);
          for (const [at, series] of now.entries()) series.at = at;
          before = now;
        },
      };
    },
    write: (folder) =>
      writeBlock(
        folder,
        [...all.values()].map(({ labels, samples }) => ({ labels, chunks: samples.chunks() })),
      ),
  };
}

function append(series: Recorded, ms: number, value: number): void {
  if (series.lastMs >= ms) return;
  double[0] = value;
  series.samples.add(ms, halves[1] ?? 0, halves[0] ?? 0);
  series.lastMs = ms;
}

function end(series: Recorded, ms: number): void {
  series.samples.add(ms, ...STALE);
  series.lastMs = ms;
}

function isOf({ name, given, labelCount }: Recorded, sample: PageSample): boolean {
  if (name !== sample.name) return false;
  const { labels } = sample;
  if (given === labels) return true;
  let count = 0;
  for (const label in labels) {
    if (labels[label] !== given[label]) return false;
    count += 1;
  }
  return count === labelCount;
}
