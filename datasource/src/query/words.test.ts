import { matchesWords } from '@gpuscope/aggregation/logs';
import * as fc from 'fast-check';
import { linesQuery } from '../testing/queries.js';
import { templatesOf } from '../testing/templates.js';
import { interpolate } from '../variables/interpolate.js';
import { modifyQuery } from './toggleFilter.js';
import { addValues, asWord, endsInQuotes, markedWords } from './words.js';

const signs = fc.constantFrom('a', 'B', ' ', '"', '\\', '-', '=', '显', '\t', "'", '$');
const text = fc.string({ unit: signs, maxLength: 12 });
const piece = text.filter((one) => one.trim() !== '');
const around = fc.tuple(text, piece, text);

const wordsWith = (written: string, value: string | string[]): string =>
  interpolate(linesQuery({ selection: { words: written } }), templatesOf({ v: value }), {}).query
    .selection.words ?? '';

describe('a marked piece of a line', () => {
  it('finds the line that it was marked in, and shuts it out', () => {
    fc.assert(
      fc.property(around, ([before, marked, after]) => {
        const line = before + marked + after;
        expect(matchesWords(markedWords(marked, ''), line)).toBe(true);
        expect(matchesWords(markedWords(marked, '-'), line)).toBe(false);
      }),
    );
  });

  it('finds no line that lacks it', () => {
    fc.assert(
      fc.property(piece, text, (marked, line) => {
        const stands = line.toLowerCase().includes(marked.trim().toLowerCase());
        expect(matchesWords(markedWords(marked, ''), line)).toBe(stands);
      }),
    );
  });

  it('is added to the words that are there, through a click in Explore', () => {
    const query = linesQuery({ selection: { words: 'GET' } });
    const options = { value: String.raw`C:\temp\"` };
    const { words = '' } = modifyQuery(query, { type: 'ADD_STRING_FILTER', options }).selection;
    expect(matchesWords(words, String.raw`GET C:\temp\" ok`)).toBe(true);
    expect(matchesWords(words, String.raw`GET C:\temp ok`)).toBe(false);
  });
});

describe('a variable among words', () => {
  it('finds the lines that hold its value, whatever stands in it', () => {
    fc.assert(
      fc.property(around, ([before, value, after]) => {
        expect(matchesWords(wordsWith('$v', value), before + value + after)).toBe(true);
        expect(matchesWords(wordsWith('-$v', value), before + value + after)).toBe(false);
      }),
    );
  });

  it('is taken as it is inside quotes too', () => {
    fc.assert(
      fc.property(around, ([before, value, after]) => {
        const line = `${before}<${value}>${after}`;
        expect(matchesWords(wordsWith('"<$v>"', value), line)).toBe(true);
        expect(matchesWords(wordsWith('"<$v>"', value), before + after)).toBe(false);
      }),
    );
  });

  it('with several values wants all of them, or shuts out each', () => {
    const values = ['out of memory', 'cuda'];
    expect(wordsWith('x $v', values)).toBe('x "out of memory" cuda');
    expect(wordsWith('x -$v', values)).toBe('x -"out of memory" -cuda');
    expect(wordsWith('x "$v"', values)).toBe('x "out of memory cuda"');
  });

  it('without a value adds nothing', () => {
    expect(wordsWith('x $v', '')).toBe('x ');
    expect(wordsWith('x $v', [])).toBe('x ');
  });

  it('leaves words alone in which there is none', () => {
    fc.assert(
      fc.property(
        text.filter((one) => !one.includes('$')),
        (words) => {
          expect(wordsWith(words, 'never')).toBe(words);
        },
      ),
    );
  });
});

describe('one word', () => {
  it('has quotes only where it needs them', () => {
    expect(['user_id=42', 'a-b', '显存不足', 'a"b', String.raw`C:\x`].map(asWord)).toEqual([
      'user_id=42',
      'a-b',
      '显存不足',
      'a"b',
      String.raw`C:\x`,
    ]);
    expect(['-x', 'a b', '"a'].map(asWord)).toEqual(['"-x"', '"a b"', String.raw`"\"a"`]);
  });

  it('has open quotes while it is being written', () => {
    const open = ['"', 'a "b', '-"b c', String.raw`"a\"`, '"a" "'];
    const closed = ['', 'a', '"a"', 'user="', String.raw`"a\\"`, '-"b" c', 'a-"b'];
    expect(open.map(endsInQuotes)).toEqual(open.map(() => true));
    expect(closed.map(endsInQuotes)).toEqual(closed.map(() => false));
  });

  it('is added behind what is written', () => {
    expect(addValues('a ', ['b c', 'd'])).toBe('a "b c" d');
    expect(addValues('-', ['b'])).toBe('-b');
  });
});
