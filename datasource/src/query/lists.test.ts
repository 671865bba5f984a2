import type { Selection } from '@gpuscope/aggregation/logs';
import { LOG_LEVELS } from '@gpuscope/aggregation/logs';
import * as fc from 'fast-check';
import { readQuery } from '../../shared/querySchema.js';
import { linesQuery } from '../testing/queries.js';
import {
  COMMON_NAMES,
  LIST_KEYS,
  LIST_OF_NAME,
  NAME_OF_LIST,
  OPERATORS_NAMES,
  listOf,
  withList,
} from './lists.js';

const keys = fc.constantFrom(...LIST_KEYS);
const values = fc.array(fc.string({ minLength: 1 }), { maxLength: 4 });
const levels = fc.uniqueArray(fc.constantFrom(...LOG_LEVELS, 'unknown'), { maxLength: 4 });
const puts = keys.chain((key) => fc.tuple(fc.constant(key), key === 'levels' ? levels : values));
const selections = fc
  .array(puts, { maxLength: 6 })
  .map((all) => all.reduce<Selection>((made, [key, list]) => withList(made, key, list), {}));

describe('the lists of a selection', () => {
  it('each have a name that leads back to them', () => {
    for (const key of LIST_KEYS) expect(LIST_OF_NAME.get(NAME_OF_LIST[key])).toBe(key);
  });

  it('are offered as names to choose from, one of them for each list', () => {
    const offered = [...COMMON_NAMES, ...OPERATORS_NAMES].map((name) => LIST_OF_NAME.get(name));
    expect([...offered].sort()).toEqual([...LIST_KEYS].sort());
  });

  it('give back what was put in, and leave the others alone', () => {
    fc.assert(
      fc.property(selections, keys, values, (selection, key, put) => {
        const made = withList(selection, key, put);
        expect(listOf(made, key)).toEqual(put);
        for (const other of LIST_KEYS.filter((one) => one !== key)) {
          expect(listOf(made, other)).toEqual(listOf(selection, other));
        }
      }),
    );
  });

  it('are never saved empty', () => {
    fc.assert(
      fc.property(selections, (selection) => {
        for (const list of Object.values(selection)) expect(list).not.toHaveLength(0);
      }),
    );
  });

  it('are read by the backend as they were written', () => {
    fc.assert(
      fc.property(selections, (selection) => {
        expect(readQuery(linesQuery({ selection }))).toEqual({ value: linesQuery({ selection }) });
      }),
    );
  });

  it('do not change what they are put into', () => {
    const before = Object.freeze({ apps: Object.freeze(['web']), words: 'x' });
    expect(withList(before, 'apps', [])).toEqual({ words: 'x' });
    expect(before.apps).toEqual(['web']);
  });
});
