import { fakeClock } from '../testing/fakes.js';
import type { FindUser, NamedUser } from './findUser.js';
import { createUserNames } from './userNames.js';

const MINUTE = 60_000;

/** A name service that can be told what to say, and that notes who was asked for. */
function service() {
  const users = new Map<number, NamedUser>([
    [1000, { name: 'alice', group: 'users' }],
    [1001, { name: 'bob', group: 'research' }],
  ]);
  const asked: number[] = [];
  const state: { answer: () => Promise<void> } = { answer: () => Promise.resolve() };
  const find: FindUser = async (uid) => {
    asked.push(uid);
    await state.answer();
    return users.get(uid);
  };
  return { users, asked, state, find };
}

function names(maxUsers = 100, waitMs = 5_000) {
  const source = service();
  const clock = fakeClock();
  return {
    ...source,
    clock,
    names: createUserNames({ find: source.find, clock, maxUsers, waitMs }),
  };
}

/** Lets lookups that nobody waits for come to their end. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('createUserNames', () => {
  it('gives names and groups, and numbers where there are none', async () => {
    const { names: known } = names();
    await known.learn([1000, 4242]);
    expect([known.user(1000), known.group(1000)]).toEqual(['alice', 'users']);
    expect([known.user(4242), known.group(4242)]).toEqual(['4242', '']);
    expect(known.user(7)).toBe('7');
  });

  it('asks once for a user, found or not', async () => {
    const { names: known, asked } = names();
    await Promise.all([known.learn([1000, 4242, 1000]), known.learn([1000])]);
    await known.learn([4242, 1000]);
    expect(asked.sort()).toEqual([1000, 4242]);
  });

  it('asks anew for a name after an hour, and serves the old one meanwhile', async () => {
    const { names: known, users, asked, clock, state } = names();
    await known.learn([1000]);
    users.set(1000, { name: 'alice.b', group: 'users' });
    clock.advance(59 * MINUTE);
    await known.learn([1000]);
    expect(asked).toEqual([1000]);
    clock.advance(2 * MINUTE);
    state.answer = settle;
    await known.learn([1000]);
    expect(known.user(1000)).toBe('alice');
    await settle();
    await settle();
    expect(known.user(1000)).toBe('alice.b');
  });

  it('asks anew for an unknown user after five minutes', async () => {
    const { names: known, users, clock } = names();
    await known.learn([2000]);
    users.set(2000, { name: 'late', group: 'users' });
    clock.advance(4 * MINUTE);
    await known.learn([2000]);
    expect(known.user(2000)).toBe('2000');
    clock.advance(2 * MINUTE);
    await known.learn([2000]);
    expect(known.user(2000)).toBe('late');
  });

  it.each(['nobody answers', 'the account is gone'])('keeps a name while %s', async (why) => {
    const { names: known, users, state, clock } = names();
    await known.learn([1000]);
    if (why === 'nobody answers') state.answer = () => Promise.reject(new Error('down'));
    else users.delete(1000);
    clock.advance(120 * MINUTE);
    await known.learn([1000]);
    await settle();
    await known.learn([1000]);
    expect(known.user(1000)).toBe('alice');
  });

  it('tries again a minute after nobody answered', async () => {
    const { names: known, state, clock, asked } = names();
    state.answer = () => Promise.reject(new Error('down'));
    await known.learn([1000]);
    expect(known.user(1000)).toBe('1000');
    state.answer = () => Promise.resolve();
    await known.learn([1000]);
    expect(asked).toEqual([1000]);
    clock.advance(2 * MINUTE);
    await known.learn([1000]);
    expect(known.user(1000)).toBe('alice');
  });

  it('does not wait for a name service that hangs, and takes its answer when it comes', async () => {
    const { names: known, state } = names(100, 20);
    let wake: () => void = () => undefined;
    state.answer = () => new Promise((resolve) => (wake = resolve));
    await known.learn([1000]);
    expect(known.user(1000)).toBe('1000');
    wake();
    await settle();
    expect(known.user(1000)).toBe('alice');
  });

  it('asks few at a time, however many there are', async () => {
    const { names: known, state, asked } = names(10_000);
    let running = 0;
    let most = 0;
    state.answer = async () => {
      running += 1;
      most = Math.max(most, running);
      await settle();
      running -= 1;
    };
    await known.learn(Array.from({ length: 200 }, (_, i) => i));
    expect(asked).toHaveLength(200);
    expect(most).toBe(4);
  });

  it('keeps so many users and no more; of too many at once always the same have names', async () => {
    const { names: known, users, asked } = names(3);
    const all = Array.from({ length: 50 }, (_, i) => i + 10);
    for (const uid of all) users.set(uid, { name: `u${uid}`, group: 'g' });
    for (let cycle = 0; cycle < 3; cycle += 1) {
      await known.learn([...all].reverse());
      expect(all.filter((uid) => known.user(uid) !== String(uid))).toEqual([10, 11, 12]);
    }
    expect(asked).toEqual([10, 11, 12]);
    await known.learn([59]);
    // The one that was used longest ago made room.
    expect([10, 11, 12, 59].map((uid) => known.user(uid))).toEqual(['10', 'u11', 'u12', 'u59']);
  });
});
