import { fakeClock } from '../testing/fakes.js';
import { Store } from './store.js';

interface Item {
  readonly name: string;
  readonly id: string;
}
const item = (name: string, id = `${name}-1`): Item => ({ name, id });

describe('Store', () => {
  const clock = fakeClock();
  const make = (): Store<Item> =>
    new Store({ clock, keyOf: ({ name }) => name, idOf: ({ id }) => id });

  it('answers for a deleted item for a minute, and lists it no more', () => {
    const store = make();
    store.upsert(item('a'));
    store.delete(item('a'));
    expect([...store.items()]).toEqual([]);
    expect(store.size).toBe(0);
    clock.advance(59_000);
    expect(store.get('a')).toEqual(item('a'));
    clock.advance(1000);
    expect(store.get('a')).toBeUndefined();
  });

  it('answers so too for what a new list no longer holds', () => {
    const store = make();
    store.replace([item('a'), item('b')]);
    store.replace([item('b'), item('c')]);
    expect([...store.items()].map(({ name }) => name)).toEqual(['b', 'c']);
    expect(store.get('a')).toEqual(item('a'));
    clock.advance(60_000);
    expect(store.get('a')).toBeUndefined();
    expect(store.get('b')).toEqual(item('b'));
  });

  it('prefers one that came back under its name, and does not lose it to the end of the former', () => {
    const store = make();
    store.upsert(item('db-0', 'old'));
    store.upsert(item('db-0', 'new'));
    store.delete(item('db-0', 'old'));
    expect(store.get('db-0')?.id).toBe('new');
    store.delete(item('db-0', 'new'));
    store.upsert(item('db-0', 'newest'));
    clock.advance(60_000);
    expect(store.get('db-0')?.id).toBe('newest');
  });

  it('counts the minute from the last deletion', () => {
    const store = make();
    store.upsert(item('a', '1'));
    store.delete(item('a', '1'));
    clock.advance(50_000);
    store.upsert(item('a', '2'));
    store.delete(item('a', '2'));
    clock.advance(50_000);
    expect(store.get('a')?.id).toBe('2');
  });

  it('does not grow with what was deleted long ago', () => {
    const store = make();
    let seen = 0;
    for (let i = 0; i < 100_000; i += 1) {
      const one = item(`pod-${i}`);
      store.upsert(one);
      store.delete(one);
      clock.advance(1000);
    }
    for (let i = 0; i < 100_000; i += 1) if (store.get(`pod-${i}`) !== undefined) seen += 1;
    expect(seen).toBe(59);
  });
});
