/** What is kept between questions to one data source. */
export interface Closeable {
  close(): Promise<void>;
}

export interface SessionsOptions<Key, Session extends Closeable> {
  readonly open: (key: Key) => Promise<Session>;
  /** The data source: what stays the same when its settings change. */
  readonly idOf: (key: Key) => string;
  /** Its settings: what makes a session out of date when it changes. */
  readonly stampOf: (key: Key) => string;
  /** Whether a session may still be used: files that it was read from may have changed. */
  readonly isFresh: (session: Session) => Promise<boolean>;
  readonly max: number;
  readonly onCloseError: (error: unknown) => void;
}

export interface Sessions<Key, Session> {
  /** Opens a session, or gives the one that is open. What `open` throws is thrown, and tried again the next time. */
  get(key: Key): Promise<Session>;
  readonly size: number;
  close(): Promise<void>;
}

interface Kept<Session> {
  readonly stamp: string;
  readonly session: Promise<Session>;
}

/** Keeps one session a data source; the one that was used longest ago makes room. */
export function createSessions<Key, Session extends Closeable>(
  options: SessionsOptions<Key, Session>,
): Sessions<Key, Session> {
  const kept = new Map<string, Kept<Session>>();

  const drop = (id: string, gone: Kept<Session>): void => {
    if (kept.get(id) === gone) kept.delete(id);
    gone.session
      .then(
        (session) => session.close(),
        () => undefined,
      )
      .catch(options.onCloseError);
  };
  const isUsable = async (one: Kept<Session>): Promise<boolean> => {
    try {
      return await options.isFresh(await one.session);
    } catch {
      return false;
    }
  };
  const start = (id: string, stamp: string, key: Key): Promise<Session> => {
    const one: Kept<Session> = { stamp, session: options.open(key) };
    kept.set(id, one);
    one.session.catch(() => {
      if (kept.get(id) === one) kept.delete(id);
    });
    const [oldest] = kept;
    if (kept.size > options.max && oldest !== undefined) drop(...oldest);
    return one.session;
  };

  return {
    async get(key) {
      const [id, stamp] = [options.idOf(key), options.stampOf(key)];
      const found = kept.get(id);
      if (found === undefined) return start(id, stamp, key);
      const usable = found.stamp === stamp && (await isUsable(found));
      const present = kept.get(id);
      if (present !== undefined && present !== found) return this.get(key);
      if (!usable) {
        drop(id, found);
        return start(id, stamp, key);
      }
      if (present === found) {
        kept.delete(id);
        kept.set(id, found);
      }
      return found.session;
    },
    get size() {
      return kept.size;
    },
    async close() {
      const all = [...kept.values()];
      kept.clear();
      await Promise.allSettled(all.map(async ({ session }) => (await session).close()));
    },
  };
}
