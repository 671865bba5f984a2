import { randomUUID } from 'node:crypto';
import { GpuscopeError, say } from '@gpuscope/aggregation';

export interface ReadingsOptions {
  /** How many may be open at once, over all callers. */
  readonly max: number;
  /** How many one owner may have open. */
  readonly perOwner: number;
  /** One that nobody asked for this long is closed. */
  readonly idleMs: number;
  readonly onCloseError: (error: unknown) => void;
}

/** Readings that go over many calls. A cursor is a random text that is good for one page and for its owner only. */
export interface Readings<R extends { close(): Promise<void> }> {
  /** Keeps a reading until its next page is asked for. Closes it and throws LIMIT_EXCEEDED where there is no room. */
  keep(owner: string, reading: R): Promise<string>;
  /** Takes a reading out; whoever takes it closes it or keeps it again. Throws QUERY_INVALID. */
  take(owner: string, cursor: string): R;
  readonly size: number;
  close(): Promise<void>;
}

interface Kept<R> {
  readonly owner: string;
  readonly reading: R;
  readonly timer: NodeJS.Timeout;
}

export function createReadings<R extends { close(): Promise<void> }>(
  options: ReadingsOptions,
): Readings<R> {
  const kept = new Map<string, Kept<R>>();

  const end = (cursor: string): void => {
    const one = kept.get(cursor);
    if (one === undefined) return;
    kept.delete(cursor);
    one.reading.close().catch(options.onCloseError);
  };
  const ownedBy = (owner: string): number =>
    [...kept.values()].filter((one) => one.owner === owner).length;

  return {
    async keep(owner, reading) {
      if (kept.size >= options.max || ownedBy(owner) >= options.perOwner) {
        await reading.close();
        throw new GpuscopeError(
          'LIMIT_EXCEEDED',
          say('question.manyReadings', { own: options.perOwner, all: options.max }),
        );
      }
      const cursor = randomUUID();
      const timer = setTimeout(() => end(cursor), options.idleMs).unref();
      kept.set(cursor, { owner, reading, timer });
      return cursor;
    },
    take(owner, cursor) {
      const one = kept.get(cursor);
      if (one?.owner !== owner)
        throw new GpuscopeError('QUERY_INVALID', say('question.cursorUnknown'));
      kept.delete(cursor);
      clearTimeout(one.timer);
      return one.reading;
    },
    get size() {
      return kept.size;
    },
    async close() {
      const all = [...kept.values()];
      kept.clear();
      for (const { timer } of all) clearTimeout(timer);
      await Promise.allSettled(all.map(({ reading }) => reading.close()));
    },
  };
}
