import { mustRequestStore, type StoreAddress } from '../../../servers/stores/request.js';
import type { LogTruth } from '../truth.js';

/** A record on its way, with the line that it carries. */
export interface BulkItem {
  readonly truth: LogTruth;
  /** The two lines of the bulk request, without their ends. */
  readonly action: string;
  readonly source: string;
}

export interface Rejection {
  readonly truth: LogTruth;
  readonly reason: string;
}

const BATCH_BYTES = 4_000_000;

/** Collects records and sends them in requests of some megabytes; answers what the store would not take, once all can be found by `pattern`. */
export function createBulk(
  address: StoreAddress,
  pattern: string,
): {
  readonly add: (item: BulkItem) => Promise<void>;
  readonly end: () => Promise<readonly Rejection[]>;
} {
  const rejections: Rejection[] = [];
  let batch: BulkItem[] = [];
  let bytes = 0;
  let sending: Promise<void> = Promise.resolve();

  async function flush(): Promise<void> {
    const items = batch;
    batch = [];
    bytes = 0;
    // The one before is on its way while the next is put together.
    await sending;
    sending = send(address, items).then((refused) => {
      rejections.push(...refused);
    });
  }

  return {
    async add(item) {
      batch.push(item);
      bytes += item.action.length + item.source.length;
      if (bytes >= BATCH_BYTES) await flush();
    },
    async end() {
      await flush();
      await sending;
      await mustRequestStore(address, 'POST', `/${pattern}/_refresh`);
      return rejections;
    },
  };
}

interface BulkAnswer {
  readonly items: readonly Readonly<Record<string, { readonly error?: BulkError }>>[];
}

interface BulkError {
  readonly reason: string;
  readonly caused_by?: { readonly reason?: string };
}

async function send(address: StoreAddress, items: readonly BulkItem[]): Promise<Rejection[]> {
  if (items.length === 0) return [];
  const text = items.map(({ action, source }) => `${action}\n${source}\n`).join('');
  const answer = (await mustRequestStore(address, 'POST', '/_bulk', text)) as BulkAnswer;
  return answer.items.flatMap((item, at): Rejection[] => {
    const error = Object.values(item)[0]?.error;
    const truth = items[at]?.truth;
    if (error === undefined || truth === undefined) return [];
    return [{ truth, reason: `${error.reason} ${error.caused_by?.reason ?? ''}`.trim() }];
  });
}
