import { LOG_LEVELS, type FieldFilter } from '@gpuscope/aggregation/logs';
import { readSelection } from '@gpuscope/datasource/shared';
import fc from 'fast-check';
import { filterText, readFilter } from './filterText.js';
import { readState } from './readState.js';
import { selectionOf } from './selectionOf.js';
import { CHOICE_NAMES, DEFAULT_STATE, type LogsState } from './state.js';
import { writeState } from './writeState.js';

const read = (text: string) => readState(new URLSearchParams(text));

/** No half of a character, which no address can hold. */
const isWhole = (one: string): boolean => !/\p{Surrogate}/u.test(one);

const value = fc
  .string({ minLength: 1 })
  .filter((text) => text !== 'All' && text !== '$__all' && isWhole(text));
const values = fc.uniqueArray(value, { maxLength: 3 });
const some = fc.uniqueArray(value, { minLength: 1, maxLength: 3 });

const filter: fc.Arbitrary<FieldFilter> = fc.oneof(
  fc.record({ name: value, op: fc.constantFrom('=', '!=' as const), values: some }),
  fc.record({
    name: value,
    op: fc.constantFrom('exists', 'missing' as const),
    values: fc.constant([]),
  }),
);

const text = fc.string().filter((one) => isWhole(one));

const state: fc.Arbitrary<LogsState> = fc.record({
  chosen: fc.dictionary(fc.constantFrom(...CHOICE_NAMES), some),
  levels: fc
    .subarray([...LOG_LEVELS, 'unknown' as const])
    .map((levels) => [...levels] as LogsState['levels']),
  words: text,
  lucene: text,
  filters: fc.uniqueArray(filter, { maxLength: 3, selector: filterText }),
  without: values,
  from: fc.constantFrom('now-6h', '1732180000000'),
  to: fc.constantFrom('now', '1732190000000'),
  refresh: fc.constantFrom('', '10s'),
  columns: values,
  isWrapped: fc.boolean(),
  isJoined: fc.boolean(),
  limit: fc.integer({ min: 1, max: 10_000 }),
  tab: fc.constantFrom('none', 'patterns', 'fields' as const),
  fields: values,
  context: text,
  isLive: fc.boolean(),
});

describe('an address', () => {
  it('says all that the page shows, so that a pasted one opens the same view', () => {
    fc.assert(
      fc.property(state, (shown) => {
        expect(read(writeState(shown).toString())).toEqual(shown);
      }),
    );
  });

  it('is short where nothing is chosen, and keeps what others wrote there', () => {
    const others = new URLSearchParams('orgId=1&kiosk=1&words=old&var-app=old');
    expect(writeState(DEFAULT_STATE, others).toString()).toBe('orgId=1&kiosk=1&from=now-1h&to=now');
  });

  it('may hold nonsense: each part of it is left out, the rest is kept', () => {
    expect(
      read('tab=x&lines=-3&level=loud&level=error&filter=bad&filter=a%7C%3D&from=&var-app='),
    ).toEqual({ ...DEFAULT_STATE, levels: ['error'] });
    expect(read('lines=99999999').limit).toBe(10_000);
  });

  it('from a board may say All, which narrows nothing', () => {
    expect(read('var-app=%24__all&var-user=All&var-pod=p').chosen).toEqual({ pod: ['p'] });
  });
});

describe('a condition in an address', () => {
  it('is the same when it is read again', () => {
    fc.assert(
      fc.property(filter, (one) => {
        expect(readFilter(filterText(one))).toEqual(one);
      }),
    );
  });
});

describe('what the data source is asked', () => {
  it('is always a selection that it knows, of exactly what is chosen', () => {
    fc.assert(
      fc.property(state, (shown) => {
        const selection = selectionOf({ ...shown, without: [] });
        expect(readSelection(selection)).toMatchObject({ value: selection });
        expect(selection.hosts ?? []).toEqual(shown.chosen.node ?? []);
        expect(selection.apps ?? []).toEqual(shown.chosen.app ?? []);
        expect(selection.levels ?? []).toEqual(shown.levels);
      }),
    );
  });

  it('shuts out patterns besides an expert’s Lucene', () => {
    const shown = { ...DEFAULT_STATE, lucene: 'pod:a OR pod:b', without: ['step <…> done', '<…>'] };
    expect(selectionOf(shown)).toEqual({
      lucene: '(pod:a OR pod:b) AND NOT ("step" AND "done")',
    });
  });
});
