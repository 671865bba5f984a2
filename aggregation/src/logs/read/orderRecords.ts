import type { LogRecord } from '../record.js';
import { speakerOf } from './speaker.js';

export type Direction = 'newest' | 'oldest';

export interface Ordered {
  readonly records: readonly LogRecord[];
  /** Whether every speaker's lines are known to be in the order in which they were written. */
  readonly isExact: boolean;
}

const sign = (one: bigint | number, other: bigint | number) =>
  one < other ? -1 : Number(one > other);

/**
 * Lines of one speaker in one moment: by offset where all have one; else as they come. Positions that other speakers
 * hold stay theirs.
 */
function orderMoment(moment: readonly LogRecord[], turn: 1 | -1): Ordered {
  if (moment.length < 2) return { records: moment, isExact: true };
  const bySpeaker = new Map<string, LogRecord[]>();
  for (const record of moment) {
    const speaker = speakerOf(record);
    const own = bySpeaker.get(speaker);
    if (own === undefined) bySpeaker.set(speaker, [record]);
    else own.push(record);
  }
  let isExact = true;
  for (const own of bySpeaker.values()) {
    const offsets = new Set(own.map(({ offset }) => offset));
    if (offsets.size < own.length || offsets.has(undefined)) isExact &&= own.length < 2;
    if (!offsets.has(undefined)) {
      own.sort((one, other) => turn * sign(one.offset ?? 0, other.offset ?? 0));
    }
  }
  const places = new Map<string, number>();
  const records = moment.map((record) => {
    const speaker = speakerOf(record);
    const place = places.get(speaker) ?? 0;
    places.set(speaker, place + 1);
    return bySpeaker.get(speaker)?.[place] ?? record;
  });
  return { records, isExact };
}

/**
 * Records in the order of their times to the nanosecond, then of their places in their files. Lines of one speaker
 * that neither tells apart stay as the store gave them, and `isExact` is false.
 */
export function orderRecords(records: readonly LogRecord[], direction: Direction): Ordered {
  const turn = direction === 'oldest' ? 1 : -1;
  const sorted = [...records].sort((one, other) => turn * sign(one.timeNs, other.timeNs));
  const ordered: LogRecord[] = [];
  let isExact = true;
  for (let from = 0; from < sorted.length;) {
    const timeNs = sorted[from]?.timeNs;
    let to = from + 1;
    while (to < sorted.length && sorted[to]?.timeNs === timeNs) to += 1;
    const moment = orderMoment(sorted.slice(from, to), turn);
    ordered.push(...moment.records);
    isExact &&= moment.isExact;
    from = to;
  }
  return { records: ordered, isExact };
}
