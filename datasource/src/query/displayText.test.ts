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
