import type { Selection } from '@gpuscope/aggregation/logs';
import * as fc from 'fast-check';
import { linesQuery } from '../testing/queries.js';
import { templatesOf } from '../testing/templates.js';
import { expand, interpolate } from './interpolate.js';

const templates = templatesOf({
  app: 'web',
  pods: ['web-1', 'web-2'],
  none: [],
  blank: '',
  all: '*',
  word: 'out of memory',
});
const asked = (selection: Selection) =>
  interpolate(linesQuery({ selection }), templates, {}).query.selection;
const emptied = (selection: Selection) =>
  interpolate(linesQuery({ selection }), templates, {}).emptied;

describe('variables in a query', () => {
  it('stand for each of their values, in every list', () => {
    expect(asked({ apps: ['$app'], pods: ['$pods', 'db-1'], hosts: ['${app}'] })).toEqual({
      apps: ['web'],
      pods: ['web-1', 'web-2', 'db-1'],
      hosts: ['web'],
    });
  });

  it('make several texts in the midst of a text too', () => {
    expect(expand('x-$pods-y', templates, {})).toEqual(['x-web-1-y', 'x-web-2-y']);
    expect(expand('$pods/$pods', templates, {})).toHaveLength(4);
  });

  it('take the value of a repeated panel before that of the board', () => {
    const scoped = { app: { text: 'api', value: 'api' } };
    const { query } = interpolate(linesQuery({ selection: { apps: ['$app'] } }), templates, scoped);
    expect(query.selection.apps).toEqual(['api']);
  });

  it('do not narrow where "All" stands for everything', () => {
    expect(asked({ apps: ['$all'], pods: ['web-1'] })).toEqual({ pods: ['web-1'] });
    expect(emptied({ apps: ['$all'] })).toEqual([]);
  });

  it('with no value at all ask nothing instead of everything', () => {
    expect(emptied({ apps: ['$none'] })).toEqual(['app']);
    expect(emptied({ apps: ['$blank'], pods: ['$pods'] })).toEqual(['app']);
    expect(emptied({ filters: [{ name: 'x', op: '!=', values: ['$none'] }] })).toEqual(['x']);
  });

  it('are put into words with quotes where they hold blanks', () => {
    expect(asked({ words: 'cuda $word $app' }).words).toBe('cuda "out of memory" web');
  });

  it('are put into Lucene as its alternatives', () => {
    expect(asked({ lucene: 'pod:$pods' }).lucene).toBe('pod:("web-1" OR "web-2")');
  });

  it('name the field of a condition, and its values', () => {
    expect(
      asked({ filters: [{ name: 'label.$app', op: '=', values: ['$pods'] }] }).filters,
    ).toEqual([{ name: 'label.web', op: '=', values: ['web-1', 'web-2'] }]);
    expect(asked({ filters: [{ name: '$app', op: 'exists', values: [] }] }).filters).toEqual([
      { name: 'web', op: 'exists', values: [] },
    ]);
    expect(asked({ filters: [{ name: 'x', op: '=', values: ['$all'] }] }).filters).toEqual([]);
  });

  it('name what is counted by, and further fields', () => {
    const query = linesQuery({ by: ['$app'], columns: ['$blank', '$pods'] });
    expect(interpolate(query, templates, {}).query).toMatchObject({
      by: ['web'],
      columns: ['web-1', 'web-2'],
    });
  });
});

describe('a query without variables', () => {
  it('is asked as it was written, whatever stands in it', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((one) => !/[$]|\[\[/.test(one));
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 5 }), text, (apps, words) => {
        const selection = { apps, words, filters: [{ name: 'f', op: '=' as const, values: apps }] };
        expect(interpolate(linesQuery({ selection }), templates, {})).toEqual({
          query: linesQuery({ selection }),
          emptied: [],
        });
      }),
    );
  });
});

describe('a text with variables', () => {
  const names = ['a', 'b', 'c'] as const;
  const lists = fc.record({
    a: fc.array(fc.constantFrom('1', '2', '3'), { maxLength: 3 }),
    b: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
    c: fc.constantFrom('one', ''),
  });
  const parts = fc.array(
    fc.oneof(
      fc.constantFrom('-', '.', 'pod'),
      fc.constantFrom(...names.map((name) => `\${${name}}`)),
    ),
    { maxLength: 5 },
  );
  const countOf = (part: string, values: Record<string, string | string[]>): number => {
    const value = values[part.slice(2, -1)];
    return part.startsWith('$') && Array.isArray(value) ? value.length : 1;
  };

  it('stands for one text for each way to put values in', () => {
    fc.assert(
      fc.property(parts, lists, (written, values) => {
        const made = expand(written.join(''), templatesOf(values), {});
        const ways = written.reduce((product, part) => product * countOf(part, values), 1);
        expect(made).toHaveLength(ways);
        for (const text of made)
          for (const sign of ['$', '\u0000']) expect(text).not.toContain(sign);
      }),
    );
  });

  it('that Grafana does not know stays as it is', () => {
    expect(expand('$nobody-1', templatesOf({}), {})).toEqual(['$nobody-1']);
    expect(expand('100$', templatesOf({}), {})).toEqual(['100$']);
  });
});
