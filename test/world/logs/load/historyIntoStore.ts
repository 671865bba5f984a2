import type { StoreAddress } from '../../../servers/stores/request.js';
import { fluentBitRecord } from '../shapes/fluentBit.js';
import type { LogTruth } from '../truth.js';
import { createBulk } from './bulk.js';

export interface LogHistoryIntoStoreOptions {
  readonly address: StoreAddress;
  readonly lines: Iterable<LogTruth>;
  /** Stands before the day in the names of indices; left out, `logstash`. */
  readonly prefix?: string;
  /** Is told now and then how many lines are on their way. */
  readonly say?: (lines: number) => void;
}

const SAY_EVERY = 5000;

/**
 * Brings lines of pods into a store by its bulk interface, in the records that the shipper of `npm start` writes, so that
 * it can go on where they end. The store's template must be there already.
 *
 * @returns how many lines the store took
 * @throws {Error} with the store's first reason when it refuses a line
 */
export async function logHistoryIntoStore({
  address,
  lines,
  prefix = 'logstash',
  say,
}: LogHistoryIntoStoreOptions): Promise<number> {
  const bulk = createBulk(address, `${prefix}-*`);
  let count = 0;
  for (const truth of lines) {
    if (truth.source.kind !== 'pod') continue;
    const { index, source } = fluentBitRecord(truth, truth.source, {
      replaceDots: true,
      nanos: true,
      prefix,
    });
    const action = JSON.stringify({ index: { _index: index } });
    // rsyslog hands lines on without their end.
    await bulk.add({ truth, action, source: JSON.stringify({ ...source, log: truth.line }) });
    count += 1;
    if (count % SAY_EVERY === 0) say?.(count);
  }
  const [refused] = await bulk.end();
  if (refused !== undefined) throw new Error(`the store refused a line: ${refused.reason}`);
  return count;
}
