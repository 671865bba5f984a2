import { GpuscopeError } from '@gpuscope/aggregation';
import fc from 'fast-check';
import { createCursor } from './cursor.js';
import { parseRecording } from './parse.js';

const HEADER = '{"gpuscope":"recording","version":2,"origin":"synthetic"}';

const recordingOf = (lines: readonly object[]) =>
  parseRecording('r', [HEADER, ...lines.map((line) => JSON.stringify(line))].join('\n'));

const frame = (t: number, exposition: string) => ({ t, exposition });

const standsAt = (cursor: ReturnType<typeof createCursor>, elapsed: number) =>
  cursor.at(elapsed).standing.get('source dcgm')?.value;

describe('createCursor', () => {
  const recording = recordingOf([frame(0, 'zero'), frame(10, 'ten'), frame(30, 'thirty')]);

  it.each([
    [0, 'zero', 0],
    [9.9, 'zero', 0],
    [10, 'ten', 0],
    [29, 'ten', 0],
    [30, 'thirty', 0],
    [49, 'thirty', 0],
    [50, 'zero', 1],
    [61, 'ten', 1],
  ])('at %d ms stands %s, in round %d', (elapsed, exposition, round) => {
    const cursor = createCursor('r', recording);
    expect(standsAt(cursor, elapsed)).toBe(exposition);
    expect(cursor.at(elapsed).round).toBe(round);
  });

  it('says the same wherever it stood before', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { minLength: 1 }), (times) => {
        const used = createCursor('r', recording);
        for (const elapsed of times) {
          const fresh = createCursor('r', recording);
          expect(standsAt(used, elapsed)).toBe(standsAt(fresh, elapsed));
        }
      }),
    );
  });

  it('makes changes of what stood before, and leaves standing what is not mentioned', () => {
    const cursor = createCursor(
      'r',
      recordingOf([
        frame(0, 'a 1\nb 1\n'),
        { t: 10, source: 'dcgm', change: { lines: [[1, 2, '5']] } },
        { t: 20 },
      ]),
    );
    expect(standsAt(cursor, 10)).toBe('a 1\nb 5\n');
    expect(standsAt(cursor, 20)).toBe('a 1\nb 5\n');
    expect(standsAt(cursor, 30)).toBe('a 1\nb 1\n');
  });

  it('keeps what was told before a failure, for the change after it', () => {
    const cursor = createCursor(
      'r',
      recordingOf([
        frame(0, 'a 1\nb 1\n'),
        { t: 10, source: 'dcgm', failed: 'SOURCE_TIMEOUT' },
        { t: 20, source: 'dcgm', change: { lines: [[0, 2, '2']] } },
      ]),
    );
    expect(cursor.at(10).standing.get('source dcgm')?.failed).toBe('SOURCE_TIMEOUT');
    expect(cursor.at(20).standing.get('source dcgm')).toEqual({ value: 'a 2\nb 1\n' });
  });

  it('names the line of a change that does not fit', () => {
    const cursor = createCursor(
      'r.jsonl',
      recordingOf([frame(0, 'a'), { t: 10, source: 'dcgm', change: { items: [[0, { to: 1 }]] } }]),
    );
    expect(() => cursor.at(10)).toThrow(GpuscopeError);
    expect(() => cursor.at(10)).toThrow(/^r\.jsonl:3: a change of items that is not there/);
  });
});
