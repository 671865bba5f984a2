import type { ErrorJson, LinesPage, LinesRequest, RecordAnswer } from '@gpuscope/datasource/shared';
import { defaultStoreKinds, sharedStore, type SharedStore } from '../../servers/index.js';
import { startBackend, type Backend } from './support/backend.js';
import { writeRecords } from './support/records.js';
import { siteConfig } from './support/site.js';
import { linesOf, noticesOf, valuesOf } from './support/tables.js';

const AT = Date.UTC(2026, 9, 1, 8);
const RANGE = { fromMs: AT - 1000, toMs: AT + 1000 };
const MANY = 10_000;

/** Lines of one millisecond on three shards, with a few before and after. */
const RECORDS = [
  { ms: AT - 5, line: 'before' },
  ...Array.from({ length: MANY }, (_, i) => ({ ms: AT, line: `line ${i}`, pod: `web-${i % 7}` })),
  { ms: AT + 5, line: 'after' },
];

describe.each(defaultStoreKinds)('10,000 lines of one millisecond on %s', (kind) => {
  let store: SharedStore;
  let backend: Backend;

  beforeAll(async () => {
    store = await sharedStore(kind);
    const index = store.unique('burst');
    await writeRecords(store, index, RECORDS, 3);
    backend = await startBackend({ config: siteConfig({ store, index }) });
  }, 300_000);
  afterAll(() => backend.stop());

  async function readAll(first: LinesRequest): Promise<readonly LinesPage[]> {
    const pages: LinesPage[] = [];
    let request: LinesRequest | undefined = first;
    while (request !== undefined) {
      const { status, json }: { status: number; json: LinesPage } = await backend.call<LinesPage>(
        'lines',
        request,
      );
      if (status !== 200) throw new Error(JSON.stringify(json));
      pages.push(json);
      request = json.cursor === undefined ? undefined : { cursor: json.cursor };
    }
    return pages;
  }

  it.each(['oldest', 'newest'] as const)('are read once each, the %s first', async (direction) => {
    const pages = await readAll({ range: RANGE, direction, size: 700 });
    const lines = pages.flatMap((page) => page.lines);
    expect(lines).toHaveLength(RECORDS.length);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(RECORDS.length);
    expect(new Set(lines.map(({ line }) => line))).toEqual(
      new Set(RECORDS.map(({ line }) => line)),
    );
    const ends = [lines[0]?.line, lines.at(-1)?.line];
    expect(ends).toEqual(direction === 'oldest' ? ['before', 'after'] : ['after', 'before']);
    const times = lines.map(({ timeNs }) => BigInt(timeNs));
    const sorted = times.toSorted((a, b) => (a < b ? -1 : Number(a > b)));
    expect(times).toEqual(direction === 'oldest' ? sorted : sorted.reverse());
  });

  it('go on being read as they were when lines come in meanwhile', async () => {
    const index = store.unique('growing');
    await writeRecords(store, index, RECORDS.slice(0, 50), 2);
    const other = await startBackend({ config: siteConfig({ store, index: `${index}*` }) });
    const first = await other.call<LinesPage>('lines', {
      range: RANGE,
      direction: 'oldest',
      size: 20,
    });
    await writeRecords(store, `${index}-late`, [{ ms: AT - 900, line: 'late' }]);
    const next = await other.call<LinesPage>('lines', { cursor: first.json.cursor });
    const last = await other.call<LinesPage>('lines', { cursor: next.json.cursor });
    const lines = [first, next, last].flatMap(({ json }) => json.lines.map(({ line }) => line));
    expect(new Set(lines)).toEqual(new Set(RECORDS.slice(0, 50).map(({ line }) => line)));
    expect(last.json.cursor).toBeUndefined();
    await other.stop();
  });

  it('come in one answer when so many are asked for, each once, and the answer says what it can’t know', async () => {
    const tables = await backend.tables({ limit: MANY }, RANGE);
    const ids = tables.flatMap((table) => valuesOf(table, 'id'));
    expect(ids).toHaveLength(MANY);
    expect(new Set(ids).size).toBe(MANY);
    expect(noticesOf(tables)).toContainEqual(
      expect.stringMatching(/order within a moment unknown/),
    );
    expect(noticesOf(tables)).toContainEqual(
      expect.stringMatching(/newest 10000 of (at least 10000|10002) lines/),
    );
  });

  it('have neighbours that are each on one side', async () => {
    const [table] = await backend.tables({ limit: MANY, direction: 'oldest' }, RANGE);
    const id = String(table === undefined ? '' : valuesOf(table, 'id')[5000]);
    const around = async (direction: 'before' | 'after'): Promise<readonly unknown[]> => {
      const question = { show: 'context', context: { id, direction }, limit: MANY } as const;
      return (await backend.tables(question, RANGE)).flatMap(linesOf);
    };
    const [before, after] = [await around('before'), await around('after')];
    const own = Math.floor(MANY / 7);
    expect(before.length + after.length).toBeGreaterThanOrEqual(own - 1);
    expect(new Set([...before, ...after]).size).toBe(before.length + after.length);
  });

  it('are told by one cursor once, and to nobody else', async () => {
    const { json } = await backend.call<LinesPage>('lines', { range: RANGE, size: 10 });
    const { cursor } = json;
    const other = await backend.call<ErrorJson>('lines', { cursor }, { login: 'mallory' });
    expect(other).toMatchObject({ status: 400, json: { code: 'QUERY_INVALID' } });
    expect((await backend.call<LinesPage>('lines', { cursor })).status).toBe(200);
    const again = await backend.call<ErrorJson>('lines', { cursor });
    expect(again).toMatchObject({ status: 400, json: { code: 'QUERY_INVALID' } });
  });

  it('are each found again by their id, whole', async () => {
    const [table] = await backend.tables({ limit: 3, direction: 'oldest' }, RANGE);
    const id = String(table === undefined ? '' : valuesOf(table, 'id')[0]);
    const { status, json } = await backend.call<RecordAnswer>('record', { id });
    expect(status).toBe(200);
    expect(json.line).toMatchObject({ id, line: 'before' });
    expect(json.fields).toMatchObject({ log: 'before\n', kubernetes: { pod_name: 'web-0' } });
    const none = await backend.call<ErrorJson>('record', { id: `${id}x` });
    expect(none).toMatchObject({ status: 400, json: { code: 'QUERY_INVALID' } });
  });
});
