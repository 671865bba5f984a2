import { createSessions } from './sessions.js';

interface Key {
  readonly id: string;
  readonly stamp: string;
}

function setUp(max = 10) {
  const opened: string[] = [];
  const closed: string[] = [];
  const stale = new Set<string>();
  let broken = false;
  const sessions = createSessions<Key, { readonly name: string; close(): Promise<void> }>({
    open: ({ id, stamp }) => {
      const name = `${id}@${stamp}#${opened.length}`;
      opened.push(name);
      if (broken) return Promise.reject(new Error('broken settings'));
      return Promise.resolve({
        name,
        close: () => {
          closed.push(name);
          return Promise.resolve();
        },
      });
    },
    idOf: ({ id }) => id,
    stampOf: ({ stamp }) => stamp,
    isFresh: ({ name }) => Promise.resolve(!stale.has(name)),
    max,
    onCloseError: () => undefined,
  });
  return { sessions, opened, closed, stale, breakIt: (is: boolean) => (broken = is) };
}

describe('createSessions', () => {
  it('opens one session for many who ask at once', async () => {
    const { sessions, opened } = setUp();
    const key = { id: 'a', stamp: '1' };
    const found = await Promise.all([sessions.get(key), sessions.get(key), sessions.get(key)]);
    expect(new Set(found).size).toBe(1);
    expect(opened).toEqual(['a@1#0']);
  });

  it('opens anew and closes the old one when the settings change', async () => {
    const { sessions, closed } = setUp();
    await sessions.get({ id: 'a', stamp: '1' });
    const { name } = await sessions.get({ id: 'a', stamp: '2' });
    expect(name).toBe('a@2#1');
    await new Promise(setImmediate);
    expect(closed).toEqual(['a@1#0']);
  });

  it('opens anew once, when files have changed, for all who ask at once', async () => {
    const { sessions, opened, closed, stale } = setUp();
    const key = { id: 'a', stamp: '1' };
    await sessions.get(key);
    stale.add('a@1#0');
    const found = await Promise.all([sessions.get(key), sessions.get(key), sessions.get(key)]);
    expect(found.map(({ name }) => name)).toEqual(['a@1#1', 'a@1#1', 'a@1#1']);
    expect(opened).toHaveLength(2);
    await new Promise(setImmediate);
    expect(closed).toEqual(['a@1#0']);
  });

  it('tries again after settings that were wrong', async () => {
    const { sessions, breakIt } = setUp();
    breakIt(true);
    await expect(sessions.get({ id: 'a', stamp: '1' })).rejects.toThrow('broken settings');
    expect(sessions.size).toBe(0);
    breakIt(false);
    await expect(sessions.get({ id: 'a', stamp: '1' })).resolves.toMatchObject({ name: 'a@1#1' });
  });

  it('lets the one go that was used longest ago', async () => {
    const { sessions, closed } = setUp(2);
    await sessions.get({ id: 'a', stamp: '1' });
    await sessions.get({ id: 'b', stamp: '1' });
    await sessions.get({ id: 'a', stamp: '1' });
    await sessions.get({ id: 'c', stamp: '1' });
    await new Promise(setImmediate);
    expect(closed).toEqual(['b@1#1']);
    expect(sessions.size).toBe(2);
  });

  it('closes all', async () => {
    const { sessions, closed } = setUp();
    await sessions.get({ id: 'a', stamp: '1' });
    await sessions.get({ id: 'b', stamp: '1' });
    await sessions.close();
    expect(closed).toHaveLength(2);
    expect(sessions.size).toBe(0);
  });
});
