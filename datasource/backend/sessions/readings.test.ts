import { setTimeout as wait } from 'node:timers/promises';
import { createReadings } from './readings.js';
import { errorWith } from '../testing/matching.js';

function reading(name: string, closed: string[]) {
  return {
    name,
    close: () => {
      closed.push(name);
      return Promise.resolve();
    },
  };
}

function readings(options: { max?: number; perOwner?: number; idleMs?: number } = {}) {
  const closed: string[] = [];
  const kept = createReadings<ReturnType<typeof reading>>({
    max: options.max ?? 10,
    perOwner: options.perOwner ?? 5,
    idleMs: options.idleMs ?? 60_000,
    onCloseError: () => undefined,
  });
  return { kept, closed, make: (name: string) => reading(name, closed) };
}

describe('createReadings', () => {
  it('gives a reading back once, to its owner only', async () => {
    const { kept, make } = readings();
    const cursor = await kept.keep('1 ldap/li.wei', make('a'));
    expect(() => kept.take('1 ldap/mallory', cursor)).toThrow(/not yours/);
    expect(kept.take('1 ldap/li.wei', cursor).name).toBe('a');
    expect(() => kept.take('1 ldap/li.wei', cursor)).toThrow(errorWith('QUERY_INVALID'));
  });

  it('gives cursors that nobody can guess', async () => {
    const { kept, make } = readings();
    const cursors = [await kept.keep('x', make('a')), await kept.keep('x', make('b'))];
    expect(new Set(cursors).size).toBe(2);
    for (const cursor of cursors) expect(cursor).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('closes what nobody asks for any more', async () => {
    const { kept, closed, make } = readings({ idleMs: 10 });
    const cursor = await kept.keep('x', make('a'));
    while (kept.size > 0) await wait(5);
    expect(closed).toEqual(['a']);
    expect(() => kept.take('x', cursor)).toThrow(/expired/);
  });

  it.each([
    ['of one owner', { perOwner: 1 }, 'x'],
    ['of all', { max: 1 }, 'y'],
  ])('closes and refuses one too many %s', async (_, options, owner) => {
    const { kept, closed, make } = readings(options);
    await kept.keep('x', make('a'));
    await expect(kept.keep(owner, make('b'))).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
    expect(closed).toEqual(['b']);
    expect(kept.size).toBe(1);
  });

  it('closes all at the end', async () => {
    const { kept, closed, make } = readings();
    await kept.keep('x', make('a'));
    await kept.keep('y', make('b'));
    await kept.close();
    expect(closed.toSorted()).toEqual(['a', 'b']);
    expect(kept.size).toBe(0);
  });
});
