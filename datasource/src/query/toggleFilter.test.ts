import type { Selection } from '@gpuscope/aggregation/logs';
import * as fc from 'fast-check';
import { linesQuery } from '../testing/queries.js';
import { modifyQuery, queryHasFilter, toggleQueryFilter } from './toggleFilter.js';

const asking = (selection: Selection) => linesQuery({ selection });
const toggled = (
  selection: Selection,
  type: 'FILTER_FOR' | 'FILTER_OUT',
  key: string,
  value: string,
) => toggleQueryFilter(asking(selection), { type, options: { key, value } }).selection;

describe('a filter from a field of a line', () => {
  it('puts a known name into the list that the editor shows for it', () => {
    expect(toggled({}, 'FILTER_FOR', 'pod', 'web-1')).toEqual({ pods: ['web-1'] });
    expect(toggled({ pods: ['web-1'] }, 'FILTER_FOR', 'pod', 'web-2')).toEqual({
      pods: ['web-1', 'web-2'],
    });
    expect(toggled({}, 'FILTER_FOR', 'node', 'gpu-7')).toEqual({ hosts: ['gpu-7'] });
  });

  it("knows the level under the log frame's own name", () => {
    expect(toggled({}, 'FILTER_FOR', 'severity', 'error')).toEqual({ levels: ['error'] });
    expect(queryHasFilter(asking({ levels: ['error'] }), { key: 'severity', value: 'error' })).toBe(
      true,
    );
  });

  it('makes a condition of any other field', () => {
    expect(toggled({}, 'FILTER_FOR', 'label.team', 'vision')).toEqual({
      filters: [{ name: 'label.team', op: '=', values: ['vision'] }],
    });
  });

  it.each(['constructor', 'toString', '__proto__', 'valueOf'])(
    'takes a field of a line for what it is, though every object has one: %s',
    (name) => {
      const filters = [{ name, op: '=', values: ['x'] }] as const;
      expect(toggled({}, 'FILTER_FOR', name, 'x')).toEqual({ filters });
      expect(toggled({ filters }, 'FILTER_FOR', name, 'x')).toEqual({});
    },
  );

  it('gathers all that is shut out of one name in one condition', () => {
    const once = toggled({}, 'FILTER_OUT', 'pod', 'web-1');
    expect(toggled(once, 'FILTER_OUT', 'pod', 'web-2')).toEqual({
      filters: [{ name: 'pod', op: '!=', values: ['web-1', 'web-2'] }],
    });
  });

  it('turns "only this" into "not this" and back', () => {
    const only = toggled({}, 'FILTER_FOR', 'container', 'istio');
    const not = toggled(only, 'FILTER_OUT', 'container', 'istio');
    expect(not).toEqual({ filters: [{ name: 'container', op: '!=', values: ['istio'] }] });
    expect(toggled(not, 'FILTER_FOR', 'container', 'istio')).toEqual({ containers: ['istio'] });
  });

  it('does nothing without a name or a value', () => {
    const query = asking({ apps: ['web'] });
    const options = { key: 'pod', value: undefined } as never;
    expect(toggleQueryFilter(query, { type: 'FILTER_FOR', options })).toBe(query);
    expect(queryHasFilter(query, options)).toBe(false);
  });

  const names = fc.constantFrom('app', 'pod', 'severity', 'node', 'label.team', 'trace_id');
  const values = fc.constantFrom('a', 'b', 'c');
  const steps = fc.array(
    fc.record({
      type: fc.constantFrom('FILTER_FOR' as const, 'FILTER_OUT' as const),
      key: names,
      value: values,
    }),
    { maxLength: 12 },
  );

  it('twice is not at all, after whatever was asked before', () => {
    fc.assert(
      fc.property(steps, names, values, (before, key, value) => {
        const start = before.reduce(
          (query, { type, ...options }) => toggleQueryFilter(query, { type, options }),
          asking({}),
        );
        fc.pre(!queryHasFilter(start, { key, value }));
        const filter = { type: 'FILTER_FOR' as const, options: { key, value } };
        const on = toggleQueryFilter(start, filter);
        expect(queryHasFilter(on, { key, value })).toBe(true);
        const off = toggleQueryFilter(on, filter);
        expect(queryHasFilter(off, { key, value })).toBe(false);
      }),
    );
  });

  it('never leaves an empty list, an empty condition, or a value both wanted and shut out', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { selection } = all.reduce(
          (query, { type, ...options }) => toggleQueryFilter(query, { type, options }),
          asking({}),
        );
        const { filters = [], ...lists } = selection;
        for (const list of Object.values(lists)) expect(list).not.toHaveLength(0);
        for (const { name, op, values: shut } of filters) {
          expect(shut).not.toHaveLength(0);
          const wanted = filters.filter((one) => one.name === name && one.op !== op);
          for (const value of shut)
            expect(wanted.flatMap((one) => one.values)).not.toContain(value);
        }
      }),
    );
  });
});

describe("Explore's changes of a query", () => {
  it('add what is wanted once, however often it is asked', () => {
    const action = { type: 'ADD_FILTER', options: { key: 'app', value: 'web' } };
    const once = modifyQuery(asking({}), action);
    expect(once.selection).toEqual({ apps: ['web'] });
    expect(modifyQuery(once, action)).toEqual(once);
  });

  it('shut out, and take back what was wanted of the same', () => {
    const action = { type: 'ADD_FILTER_OUT', options: { key: 'app', value: 'web' } };
    expect(modifyQuery(asking({ apps: ['web'] }), action).selection).toEqual({
      filters: [{ name: 'app', op: '!=', values: ['web'] }],
    });
  });

  it('take a marked piece of a line as words in quotes', () => {
    const marked = { type: 'ADD_STRING_FILTER', options: { value: 'connection refused' } };
    const more = { type: 'ADD_STRING_FILTER_OUT', options: { value: ' 显存不足 ' } };
    const query = modifyQuery(modifyQuery(asking({ words: 'GET' }), marked), more);
    expect(query.selection.words).toBe('GET "connection refused" -"显存不足"');
  });

  it('part a marked piece at line ends, which no line holds', () => {
    const marked = { type: 'ADD_STRING_FILTER', options: { value: 'say "hi" \n now' } };
    expect(modifyQuery(asking({}), marked).selection.words).toBe(String.raw`"say \"hi\"" "now"`);
  });

  it('change nothing that they do not know', () => {
    const query = asking({ apps: ['web'] });
    expect(modifyQuery(query, { type: 'ADD_FIX', options: { key: 'a', value: 'b' } })).toBe(query);
    expect(modifyQuery(query, { type: 'ADD_FILTER', options: { value: 'b' } })).toBe(query);
    expect(modifyQuery(query, { type: 'ADD_STRING_FILTER', options: { value: ' \n ' } })).toBe(
      query,
    );
  });
});
