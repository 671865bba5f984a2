import { logsUrl } from './url.js';

const paramsOf = (url: string) => [...new URL(url, 'http://x').searchParams];

it('leads to the lines of a choice, at its time', () => {
  const choice = { app: ['a', 'b'], cluster: 'c', level: 'error', words: 'x y', context: 'i/1' };
  const url = logsUrl(choice, { from: '1', to: '2' });
  expect(url.startsWith('/a/gpuscope-app/logs?')).toBe(true);
  expect(paramsOf(url)).toEqual([
    ['from', '1'],
    ['to', '2'],
    ['var-cluster', 'c'],
    ['var-app', 'a'],
    ['var-app', 'b'],
    ['level', 'error'],
    ['words', 'x y'],
    ['ctx', 'i/1'],
  ]);
});

it('leaves out what narrows nothing', () => {
  expect(paramsOf(logsUrl({ app: '$__all', user: [] }))).toEqual([
    ['from', 'now-1h'],
    ['to', 'now'],
  ]);
});
