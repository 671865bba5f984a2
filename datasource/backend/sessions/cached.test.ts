import { deferred } from '../testing/deferred.js';
import { cached, whileWanted } from './cached.js';

const never = new AbortController().signal;

function counter(ttlMs: number) {
  const state = { nowMs: 0, loads: 0, looks: [] as string[] };
  const load = cached(
    () => {
      state.loads += 1;
      return Promise.resolve(state.loads);
    },
    { ttlMs, timeoutMs: 1000, now: () => state.nowMs, onLook: (found) => state.looks.push(found) },
  );
  return { state, load };
}

describe('cached', () => {
  it('loads once for all who ask at once, and again when the time is over', async () => {
    const { state, load } = counter(100);
    expect(await Promise.all([load(never), load(never), load(never)])).toEqual([1, 1, 1]);
    state.nowMs = 99;
    expect(await load(never)).toBe(1);
    state.nowMs = 100;
    expect(await load(never)).toBe(2);
    expect(state.looks).toEqual(['miss', 'hit', 'hit', 'hit', 'miss']);
  });

  it('does not keep a failure', async () => {
    let tries = 0;
    const load = cached(
      () => {
        tries += 1;
        return tries === 1 ? Promise.reject(new Error('down')) : Promise.resolve('up');
      },
      { ttlMs: 1000, timeoutMs: 1000, now: () => 0 },
    );
    await expect(load(never)).rejects.toThrow('down');
    await expect(load(never)).resolves.toBe('up');
  });

  it('goes on loading for the others when one who asked leaves', async () => {
    const value = deferred<string>();
    const signals: AbortSignal[] = [];
    const load = cached(
      (signal) => {
        signals.push(signal);
        return value.promise;
      },
      { ttlMs: 1000, timeoutMs: 10_000, now: () => 0 },
    );
    const leaver = new AbortController();
    const left = load(leaver.signal);
    const stays = load(never);
    leaver.abort();
    await expect(left).rejects.toMatchObject({ code: 'CANCELLED' });
    value.resolve('there');
    await expect(stays).resolves.toBe('there');
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  });

  it('tells the load when its time is up, and says that it was the time', async () => {
    const load = cached(
      (signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('too slow')));
        }),
      { ttlMs: 1000, timeoutMs: 20, now: () => 0 },
    );
    await expect(load(never)).rejects.toMatchObject({ code: 'STORE_TIMEOUT' });
  });
});

describe('whileWanted', () => {
  it('refuses at once for a signal that is aborted already', async () => {
    await expect(
      whileWanted(Promise.reject(new Error('later')), AbortSignal.abort()),
    ).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});
