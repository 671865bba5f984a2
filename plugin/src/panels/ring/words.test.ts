import { tableFrame } from '../testing/frames.js';
import { ringModel } from './model.js';
import type { RingOptions } from './options.js';
import { figuresOf, sentenceOf } from './words.js';

type Given = Readonly<Partial<Record<'total' | 'held' | 'used' | 'unknown', number>>>;

const modelOf = (given: Given) =>
  ringModel(Object.entries(given).map(([refId, value]) => tableFrame(refId, [[{}, value]])));

const amounts = (given: Given, unit: RingOptions['unit'] = 'gpus') =>
  Object.fromEntries(figuresOf(modelOf(given), { unit }).map(({ mark, amount }) => [mark, amount]));

describe('the figures of a ring in words', () => {
  it('of a site where all is free are nought, not missing', () => {
    expect(amounts({ total: 8, held: 0, used: 0 })).toEqual({
      total: '8 GPUs',
      held: '0 GPUs',
      used: '0 GPUs',
      unused: '0 GPUs',
      free: '8 GPUs',
    });
  });

  it('of a site where more is given out than there is never say that less than nothing is left', () => {
    expect(amounts({ total: 8, held: 12, used: 9 })).toMatchObject({
      held: '12 GPUs',
      unused: '3 GPUs',
      free: '0 GPUs',
    });
    expect(sentenceOf(modelOf({ total: 8, held: 12, used: 9 }), { unit: 'gpus' })).toBe(
      '9 of 8 GPUs at work, 12 of 8 GPUs given out.',
    );
  });

  it('of what nobody counts are no figures', () => {
    expect(amounts({ total: 8, held: NaN })).toMatchObject({ held: '–', used: '–', free: '–' });
    expect(amounts({ total: 8, used: 2 })).toMatchObject({ used: '2 GPUs', unused: '–' });
  });

  it('name what nobody knows the holder of only where there is such', () => {
    expect(amounts({ total: 8, held: 6, used: 3, unknown: 0 })).not.toHaveProperty('unknown');
    expect(amounts({ total: 8, held: 6, used: 3, unknown: 1 })).toHaveProperty('unknown', '1 GPU');
  });

  it.each([
    ['gpus', { total: 1, held: 1, used: 0.425 }, ['1 GPU', '0.43 GPUs']],
    ['cores', { total: 1024, held: 512, used: 0.004 }, ['1,024 cores', '<0.01 cores']],
    ['bytes', { total: 80 * 1024 ** 3, held: 1, used: 41 * 1024 ** 3 }, ['80 GiB', '41 GiB']],
  ] as const)('are in the units of people: %s', (unit, given, [total, used]) => {
    expect(amounts(given, unit)).toMatchObject({ total, used });
  });

  it('each say what they are a part of', () => {
    const about = figuresOf(modelOf({ total: 8, held: 6, used: 3.4 }), { unit: 'gpus' });
    expect(about.map(({ mark, explanation }) => [mark, /\d+ %/u.exec(explanation)?.[0]])).toEqual([
      ['total', undefined],
      ['held', '75 %'],
      ['used', '43 %'],
      ['unused', '33 %'],
      ['free', '25 %'],
    ]);
  });
});
