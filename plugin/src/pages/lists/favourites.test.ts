import { store } from '@grafana/data';
import { act, renderHook } from '@testing-library/react';
import { useFavourites } from './favourites.js';

const KEY = 'gpuscope-app.favourites.apps';
const NAME = 'east\u0000research\u0000训练 "a.b(c)|d"';

const opened = () => renderHook(() => useFavourites('apps')).result;
const starred = (found: ReturnType<typeof opened>, ...keys: readonly string[]) =>
  keys.map((key) => found.current.has(key));
const toggle = (found: ReturnType<typeof opened>, key: string) =>
  act(() => found.current.toggle(key));

beforeEach(() => store.delete(KEY));
afterEach(() => jest.restoreAllMocks());

describe('stars', () => {
  it('are kept for the next visit, whatever the name, each list by itself', () => {
    toggle(opened(), NAME);
    expect(starred(opened(), NAME, 'other')).toEqual([true, false]);
    expect(renderHook(() => useFavourites('users')).result.current.has(NAME)).toBe(false);
  });

  it('are taken away by a second click', () => {
    const found = opened();
    toggle(found, NAME);
    toggle(found, NAME);
    expect(starred(found, NAME)).toEqual([false]);
    expect(starred(opened(), NAME)).toEqual([false]);
  });

  it('of another tab are not lost', () => {
    const [one, other] = [opened(), opened()];
    toggle(one, 'a');
    toggle(other, 'b');
    expect(starred(opened(), 'a', 'b')).toEqual([true, true]);
    toggle(one, 'a');
    expect(starred(opened(), 'a', 'b')).toEqual([false, true]);
  });

  it.each(['', 'null', '7', '"apps"', '{"a":true}', '[1,null,["a"],{"b":1}]', '[', 'undefined'])(
    'begin anew where the browser holds rubbish: %s',
    (kept) => {
      jest.spyOn(console, 'error').mockReturnValue();
      store.set(KEY, kept);
      const found = opened();
      expect(starred(found, 'a', 'apps')).toEqual([false, false]);
      toggle(found, 'a');
      expect(starred(opened(), 'a')).toEqual([true]);
    },
  );

  it('keep what is good among rubbish', () => {
    store.set(KEY, '[1, "a", null]');
    expect(starred(opened(), 'a')).toEqual([true]);
  });

  it('hold until the page is left where the browser keeps nothing', () => {
    const refuse = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    for (const call of ['get', 'set', 'exists', 'getObject'] as const)
      jest.spyOn(store, call).mockImplementation(refuse);
    const found = opened();
    toggle(found, 'a');
    toggle(found, 'b');
    toggle(found, 'a');
    expect(starred(found, 'a', 'b')).toEqual([false, true]);
  });

  it('hold until the page is left where the browser has no room left', () => {
    toggle(opened(), 'old');
    jest.spyOn(store, 'setObject').mockImplementation(() => {
      throw new DOMException('exceeded', 'QuotaExceededError');
    });
    const found = opened();
    for (const key of ['a', 'b', 'old']) toggle(found, key);
    expect(starred(found, 'a', 'b', 'old')).toEqual([true, true, false]);
    expect(starred(opened(), 'a', 'b', 'old')).toEqual([false, false, true]);
  });
});
