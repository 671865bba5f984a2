import type { FakeApi } from '../testing/apiServer.js';
import { event, fakeApi, lists, pod, refuses, streams, until } from '../testing/apiServer.js';
import { createClient } from './client.js';
import { textOf, objectOf } from './json.js';
import { createWatcher } from './watcher.js';
import type { Watcher, WatcherTiming } from './watcherOptions.js';

const FAST: WatcherTiming = {
  idleMs: 30_000,
  watchSeconds: 60,
  relistMs: 3_600_000,
  backoffFirstMs: 5,
  backoffMaxMs: 40,
};

const nameOf = (object: unknown): string => textOf(objectOf(objectOf(object)['metadata'])['name']);

describe('the watcher', () => {
  let api: FakeApi | undefined;
  let watcher: Watcher | undefined;
  const names = new Set<string>();
  const errors: string[] = [];

  afterEach(async () => {
    await watcher?.close();
    await api?.close();
    names.clear();
    errors.length = 0;
  });

  async function start(
    handlers: Parameters<typeof fakeApi>[0],
    options: { readonly timing?: Partial<WatcherTiming>; readonly pageSize?: number } = {},
  ): Promise<Watcher> {
    api = await fakeApi(handlers);
    watcher = createWatcher<string>({
      client: createClient({ server: api.url }, { eventBytes: 10_000, answerMs: 30_000 }),
      path: '/api/v1/pods',
      read: (object) => nameOf(object) || undefined,
      onReplace: (items) => {
        names.clear();
        items.forEach((name) => names.add(name));
      },
      onUpsert: (name) => names.add(name),
      onDelete: (name) => names.delete(name),
      onError: ({ message }) => errors.push(message),
      ...options,
      timing: { ...FAST, ...options.timing },
    });
    watcher.start();
    return watcher;
  }
  const state = (): string[] => [...names].sort();
  const become = (expected: readonly string[]): Promise<void> =>
    until(
      () => JSON.stringify(state()) === JSON.stringify(expected),
      () => [state(), errors],
    );
  const watchedFrom = (): (string | null)[] =>
    (api?.calls ?? [])
      .filter(({ isWatch }) => isWatch)
      .map(({ url }) => url.searchParams.get('resourceVersion'));
  const listed = (): URLSearchParams[] =>
    (api?.calls ?? []).filter(({ isWatch }) => !isWatch).map(({ url }) => url.searchParams);

  it('lists, then follows what happens', async () => {
    const before = Date.now();
    await start({
      list: [lists([pod('a'), pod('b')], '5')],
      watch: [streams([event('ADDED', pod('c', '6')), event('DELETED', pod('a', '7'))])],
    });
    await become(['b', 'c']);
    const now = watcher?.status();
    expect(now).toMatchObject({ synced: true, restarts: 0, error: '' });
    expect(now?.lastEventMs).toBeGreaterThanOrEqual(before);
  });

  it('goes on where it was after an orderly end, bookmarks counted, and calls that no restart', async () => {
    await start({
      list: [lists([], '5')],
      watch: [
        streams(
          [
            event('ADDED', pod('a', '6')),
            event('BOOKMARK', { metadata: { resourceVersion: '20' } }),
          ],
          (response) => response.end(),
        ),
        streams([event('ADDED', pod('b', '21'))]),
      ],
    });
    await become(['a', 'b']);
    expect(watchedFrom().slice(0, 2)).toEqual(['5', '20']);
    expect(watcher?.status().restarts).toBe(0);
    expect(listed()).toHaveLength(1);
  });

  it.each([
    ['breaks', streams([event('ADDED', pod('a', '6'))], (response) => response.destroy())],
    ['ends inside an event', streams([event('ADDED', pod('a', '6')), '{"ty'], (r) => r.end())],
    ['falls silent', streams([event('ADDED', pod('a', '6'))]), 1_000],
  ])('goes on where it was when the watch %s', async (_, first, idleMs = 30_000) => {
    await start(
      {
        list: [lists([], '5')],
        watch: [first, streams([event('ADDED', pod('b', '7'))])],
      },
      { timing: { idleMs } },
    );
    await become(['a', 'b']);
    expect(watchedFrom().slice(0, 2)).toEqual(['5', '6']);
    expect(watcher?.status()).toMatchObject({ restarts: 1, error: '' });
    expect(errors).toHaveLength(1);
    expect(listed()).toHaveLength(1);
  });

  it.each([
    [
      'an ERROR event',
      streams([event('ERROR', { kind: 'Status', code: 410, message: 'too old' })]),
    ],
    ['a status', refuses(410)],
  ])('reads everything anew after 410 Gone in %s', async (_, gone) => {
    await start({
      list: [lists([pod('a'), pod('lost')], '5'), lists([pod('a'), pod('new')], '90')],
      watch: [gone, streams([event('ADDED', pod('newer', '91'))])],
    });
    await become(['a', 'new', 'newer']);
    expect(watchedFrom().slice(0, 2)).toEqual(['5', '90']);
  });

  it('reads everything anew after an event that is too long to be read', async () => {
    await start({
      list: [lists([], '5'), lists([pod('huge')], '9')],
      watch: [streams(['x'.repeat(20_000)]), streams([])],
    });
    await become(['huge']);
    expect(errors[0]).toContain('longer than 10000 bytes');
  });

  it('keeps what it knows and tells the error while the server is away', async () => {
    await start({
      list: [lists([pod('a')], '5'), refuses(503)],
      watch: [refuses(500)],
    });
    await until(() => listed().length >= 4);
    expect(state()).toEqual(['a']);
    expect(watcher?.status()).toMatchObject({ synced: true });
    expect(watcher?.status().error).toContain('status 50');
    expect(watcher?.status().restarts).toBeGreaterThan(0);
  });

  it('reads lists instead where it may list and not watch', async () => {
    await start({
      list: [lists([pod('a')], '5'), lists([pod('a'), pod('b')], '6')],
      watch: [refuses(403)],
    });
    await become(['a', 'b']);
    expect(watcher?.status().error).toContain('not allowed to watch pods');
  });

  it('waits longer and longer, and does not knock at a closed door without pause', async () => {
    const start0 = performance.now();
    await start({ list: [refuses(500)] }, { timing: { backoffFirstMs: 50, backoffMaxMs: 10_000 } });
    await until(() => listed().length >= 5);
    // At the least half of 50, 100, 200 and 400, but for what timers are early.
    expect(performance.now() - start0).toBeGreaterThan(350);
    expect(watcher?.status()).toMatchObject({ synced: false, lastEventMs: 0 });
  });

  it('keeps away as long as the server asks', async () => {
    await start(
      {
        list: [refuses(429, { 'retry-after': '1' }), lists([pod('a')], '5')],
        watch: [streams([])],
      },
      { timing: { backoffMaxMs: 5000 } },
    );
    const start0 = Date.now();
    await become(['a']);
    expect(Date.now() - start0).toBeGreaterThan(900);
  });

  it('does not knock without pause where each watch ends as soon as it begins', async () => {
    const start0 = performance.now();
    await start(
      { list: [lists([], '5')], watch: [streams([], (response) => response.end())] },
      { timing: { backoffFirstMs: 100, backoffMaxMs: 10_000 } },
    );
    await until(() => watchedFrom().length >= 4);
    // At the least half of 100, 200 and 400, but for what timers are early.
    expect(performance.now() - start0).toBeGreaterThan(325);
    expect(errors[0]).toContain('ended as soon as it began');
  });

  it('reads everything anew from time to time: a lost event does not stay lost', async () => {
    await start(
      { list: [lists([pod('a')], '5'), lists([pod('a'), pod('b')], '8')], watch: [streams([])] },
      { timing: { relistMs: 100 } },
    );
    await become(['a', 'b']);
    expect(errors).toEqual([]);
    expect(watcher?.status().restarts).toBe(0);
  });

  it('takes its first list from the server’s cache, later ones from one that is no older', async () => {
    await start({ list: [lists([], '5')], watch: [streams([])] }, { timing: { relistMs: 50 } });
    await until(() => listed().length >= 2);
    expect(
      listed()
        .slice(0, 2)
        .map((query) => query.get('resourceVersion')),
    ).toEqual(['0', '5']);
    expect(listed()[0]?.get('resourceVersionMatch')).toBe('NotOlderThan');
  });

  it('asks for the newest state when the server knows no version like its own', async () => {
    await start(
      {
        list: [lists([], '500'), refuses(504), lists([pod('restored')], '3')],
        watch: [streams([])],
      },
      { timing: { relistMs: 50 } },
    );
    await become(['restored']);
    expect(listed()[2]?.has('resourceVersion')).toBe(false);
  });

  it('asks for the newest state when it lists in pages', async () => {
    await start({ list: [lists([], '5')], watch: [streams([])] }, { pageSize: 500 });
    await until(() => watchedFrom().length > 0);
    expect(Object.fromEntries(listed()[0] ?? [])).toEqual({ limit: '500' });
  });

  it('ends at once when closed, in the middle of a watch, of a list and of a wait', async () => {
    for (const handlers of [
      { list: [lists([], '5')], watch: [streams([])] },
      { list: [() => undefined] },
      { list: [refuses(429, { 'retry-after': '60' })] },
    ]) {
      await start(handlers, { timing: { backoffMaxMs: 60_000 } });
      await until(() => (api?.calls.length ?? 0) > 0);
      await new Promise((resolve) => setTimeout(resolve, 50));
      const from = performance.now();
      await watcher?.close();
      // Each of these waits would go on for at least half a minute.
      expect(performance.now() - from).toBeLessThan(15_000);
      const calls = api?.calls.length;
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(api?.calls.length).toBe(calls);
      await api?.close();
    }
  });
});
