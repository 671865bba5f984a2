import * as fc from 'fast-check';
import { linesQuery } from '../testing/queries.js';
import type { LogsQuery } from '../types.js';
import { displayText } from './displayText.js';

const cases: readonly (readonly [Partial<LogsQuery>, string])[] = [
  [{}, 'Newest lines'],
  [{ direction: 'oldest' }, 'Oldest lines'],
  [
    { selection: { apps: ['web', 'api'], levels: ['error'], words: 'OutOfMemory' } },
    'Newest lines · app=web | api · level=error · OutOfMemory',
  ],
  [{ show: 'volume', selection: { pods: ['p-1'] } }, 'Volume by level · pod=p-1'],
  [{ show: 'counts' }, 'Count over time'],
  [{ show: 'counts', instant: true, by: ['app', 'level'] }, 'Count by app, level'],
  [{ show: 'rates', by: ['a/b'] }, 'Lines a second by a/b'],
  [{ show: 'context', context: { id: 'x', direction: 'before' } }, 'Lines around one line'],
  [
    {
      selection: {
        lucene: 'a:b',
        filters: [
          { name: 'x', op: '!=', values: ['1', '2'] },
          { name: 'y', op: 'missing', values: [] },
        ],
      },
    },
    'Newest lines · a:b · x!=1 | 2 · y missing',
  ],
];

describe('a query in one line', () => {
  it.each(cases)('%j', (part, text) => {
    expect(displayText(linesQuery(part))).toBe(text);
  });
});

describe('whatever a query asks', () => {
  const names = fc.array(fc.string({ minLength: 1 }), { maxLength: 3 });
  const queries = fc.record({
    show: fc.constantFrom('lines', 'volume', 'counts', 'rates'),
    by: names,
    selection: fc.record({ apps: names, pods: names, words: fc.string(), lucene: fc.string() }),
  });

  it('its text leaves nothing out, and changes no sign of it', () => {
    fc.assert(
      fc.property(queries, (part) => {
        const text = displayText(linesQuery(part));
        const { apps, pods, words, lucene } = part.selection;
        const isCounted = part.show === 'counts' || part.show === 'rates';
        const said = [...apps, ...pods, words, lucene, ...(isCounted ? part.by : [])];
        for (const one of said) expect(text).toContain(one);
      }),
    );
  });
});
