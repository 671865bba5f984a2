import { lineMatcher } from '@gpuscope/aggregation/logs';
import fc from 'fast-check';
import { rowOf } from '../../panels/lines/testing.js';
import { fixedRange, rangeJson } from '../time/timeRange.js';
import { GAP, mask } from './mask.js';
import { patternClause, patternWords, piecesOf } from './patternClause.js';
import { patternsOf, withoutPatterns } from './patternsOf.js';
import { samplesOf } from './samples.js';

const rows = (...lines: string[]) => lines.map((line, at) => rowOf({ id: String(at), line }));

describe('a mask', () => {
  it.each([
    ['step 12 done', 'step 13 done'],
    ['2026-11-21 08:00:00,123 INFO x', '2026-11-21 08:00:09,001 INFO x'],
    ['2026-11-21T08:00:00.123Z x', '2026-11-21T08:00:00+08:00 x'],
    ['id 4bf92f35-77b3-4da6-a3ce-929d0e0e4736.', 'id 00000000-77b3-4da6-a3ce-929d0e0e4736.'],
    ['at 0x7ffe12 by 4bf92f3577', 'at 0x1 by deadbeef01'],
    ['loss=0.25 in 1.5e-3 s', 'loss=1 in 3 s'],
    ['from 10.0.0.1:8080', 'from 10.0.0.12:9090'],
    ['a  b', 'a b'],
    ['第12步损失0.25', '第7步损失1.5'],
    ['显存不足，已用3GiB', '显存不足，已用70GiB'],
    ['\n  step 1', 'step 2'],
  ])('makes %j and %j the same', (one, other) => {
    expect(mask(one)).toBe(mask(other));
    expect(mask(one)).not.toBe('');
  });

  it.each([
    ['step done', 'step failed'],
    ['gpu0 lost', 'gpu1 lost'],
    ['deadbeef', 'feedface'],
    ['损失下降', '损失上升'],
    ['ошибка1', 'ошибка2'],
  ])('keeps %j and %j apart', (one, other) => {
    expect(mask(one)).not.toBe(mask(other));
  });

  it('of a very long line ends with a whole word', () => {
    const masked = mask(`${'word '.repeat(99)}unbelievable end`);
    expect(masked).toMatch(/word$/u);
    expect(mask('x'.repeat(2000))).toBe('x'.repeat(500));
  });

  it('looks at the first line only: what stands below differs', () => {
    expect(mask('Error: no\n\tat x')).toBe('Error: no');
  });
});

describe('patterns', () => {
  const now = rows('step 1', 'step 2', 'out of memory on gpu 3', 'step 3');

  it('count lines that say the same, the new first', () => {
    expect(patternsOf(now, rows('step 9'))).toEqual([
      { pattern: `out of memory on gpu ${GAP}`, level: 'info', count: 1, share: 0.25, isNew: true },
      { pattern: `step ${GAP}`, level: 'info', count: 3, share: 0.75, isNew: false },
    ]);
  });

  it('call nothing new where nothing is compared', () => {
    const [first] = patternsOf(now);
    expect(first).toEqual({ pattern: `step ${GAP}`, level: 'info', count: 3, share: 0.75 });
    expect(patternsOf([])).toEqual([]);
  });

  it('share all lines among them', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (lines) => {
        const found = patternsOf(rows(...lines));
        expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(lines.length);
        expect(found.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('that are shut out leave all other lines', () => {
    expect(withoutPatterns(now, [`step ${GAP}`]).map(({ line }) => line)).toEqual([
      'out of memory on gpu 3',
    ]);
  });
});

describe('a pattern as a question', () => {
  it('is made of what stays the same; a unit beside a number is no word of its own', () => {
    expect(piecesOf(`tried to allocate ${GAP}MiB on "gpu"`)).toEqual([
      'tried',
      'allocate',
      '"gpu"',
    ]);
    expect(patternClause(`say "hi" ${GAP}`)).toBe('("say" AND "\\"hi\\"")');
    expect(patternClause(`${GAP} ms`)).toBeUndefined();
  });

  it('keeps the Chinese words on both sides of a number', () => {
    expect(piecesOf(mask('训练第12步完成了，耗时3ms'))).toEqual(['训练第', '步完成了，耗时']);
  });

  it('finds every line of the pattern', () => {
    const word = fc.constantFrom(
      'step',
      'CUDA',
      'error:',
      '12',
      '0.5s',
      'a"b',
      '显存',
      '第12步完成',
      '耗时3ms',
      '[x]',
      'k=7',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (said) => {
        const line = said.join(' ');
        expect(lineMatcher(patternWords(mask(line)))(line)).toBe(true);
      }),
    );
  });
});

describe('what is compared', () => {
  it('is the time since the peak with as much before it, at least what the page shows', () => {
    const range = fixedRange(101_000, 111_000);
    const { now, before } = samplesOf(range, 109_000);
    expect(rangeJson(now)).toEqual({ fromMs: 109_000, toMs: 111_000 });
    expect(before && rangeJson(before)).toEqual({ fromMs: 101_000, toMs: 109_000 });
    const early = samplesOf(range, 101_000).before;
    expect(early && rangeJson(early)).toEqual({ fromMs: 91_000, toMs: 101_000 });
  });

  it('is nothing where there is no peak', () => {
    const range = fixedRange(1000, 2000);
    expect(samplesOf(range, undefined)).toEqual({ now: range });
  });
});
