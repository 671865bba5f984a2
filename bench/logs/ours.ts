import { createStore, encodeFrame, type StoreSearch } from '../../datasource/backend/index.js';
import { temporaryFolder, type StoreServer } from '../../test/servers/index.js';
import { createAsker, siteText } from '../../test/world/logs/asking/index.js';

export interface BenchQuestion {
  readonly app: string;
  readonly range: { readonly fromMs: number; readonly toMs: number };
}

/** The backend on one side, the store itself on the other. */
export interface Backend {
  /** The frames that Grafana would get, and how many lines they hold. */
  ours(question: BenchQuestion, limit: number): Promise<{ bytes: number; lines: number }>;
  /** The search that the backend last sent for lines. */
  lastSearch(): StoreSearch;
  /** The store's own answer to a search, as it comes: bytes that nobody reads. */
  raw(search: StoreSearch): Promise<Buffer>;
  close(): Promise<void>;
}

export async function openBackend(store: StoreServer, index: string): Promise<Backend> {
  const folder = await temporaryFolder('bench-logs');
  let last: StoreSearch | undefined;
  const asker = await createAsker({
    folder: folder.path,
    config: siteText({ cluster: 'demo', store, index }),
    createStore: (target) => {
      const real = createStore(target);
      return {
        ...real,
        search: (search, signal) => {
          if ('size' in search.body && search.body['size'] !== 0) last = search;
          return real.search(search, signal);
        },
      };
    },
  });
  return {
    async ours({ app, range }, limit) {
      const question = { show: 'lines', selection: { apps: [app] }, limit } as const;
      const tables = await asker.query(question, range);
      const frames = tables.map((table) => encodeFrame(table, 'A'));
      return {
        bytes: frames.reduce((sum, frame) => sum + frame.byteLength, 0),
        lines: tables.reduce((sum, { columns }) => sum + (columns[0]?.values.length ?? 0), 0),
      };
    },
    lastSearch() {
      if (last === undefined) throw new Error('the backend has not searched for lines yet');
      return last;
    },
    async raw({ index: pattern, body }) {
      const response = await fetch(`${store.url}/${pattern}/_search`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      if (!response.ok) throw new Error(bytes.toString().slice(0, 500));
      return bytes;
    },
    async close() {
      await asker.close();
      await folder.remove();
    },
  };
}
