import type { DataFrame } from '@grafana/data';
import { act, renderHook } from '@testing-library/react';
import { linesFrame, rowOf } from '../../panels/lines/testing.js';
import '../../panels/testing/patience.js';
import type { Backend } from '../testing/source.js';
import { sourceOf } from '../testing/source.js';
import { readLine } from './readLine.js';
import type { Side } from './useNeighbours.js';
import { useNeighbours } from './useNeighbours.js';

const DAY = 86_400_000;
const ANCHOR = rowOf({ id: 'anchor', timeMs: 10 * DAY });

/** So many neighbours, the nearest first, a second apart; they begin beside the line that is asked about. */
const lines = (from: string, count: number): readonly DataFrame[] => [
  linesFrame(
    Array.from({ length: count }, (_, at) =>
      rowOf({ id: `${from}-${at + 1}`, timeMs: ANCHOR.timeMs - (at + 1) * 1000 }),
    ),
  ),
];

function setUp(frames: Backend['frames'], side: Side = 'before') {
  const { source, asked } = sourceOf({ frames });
  const { result } = renderHook(() => useNeighbours(source, ANCHOR, side));
  return { result, asked, more: () => act(() => result.current.more()) };
}

describe('the neighbours of a line', () => {
  it('go on from the last one, until there are no more', () => {
    const { result, asked, more } = setUp(({ context }) =>
      lines(context?.id ?? '', context?.id === 'anchor' ? 50 : 3),
    );
    expect(result.current).toMatchObject({ isEnd: false, isLoading: false });
    expect(result.current.rows).toHaveLength(50);
    more();
    expect(asked.map(({ query }) => query.context?.id)).toEqual(['anchor', 'anchor-50']);
    expect(result.current.rows).toHaveLength(53);
    expect(result.current.isEnd).toBe(true);
  });

  it('are none at the very end, and that is said', () => {
    const { result } = setUp(() => lines('', 0), 'after');
    expect(result.current).toMatchObject({ rows: [], isEnd: true, isLoading: false });
  });

  it.each([
    ['before', -DAY, 1],
    ['after', 0, DAY],
  ] as const)(
    '%s are looked for a day far, in the line’s own millisecond too',
    (side, from, to) => {
      const { asked } = setUp(() => lines('', 0), side);
      expect(asked[0]?.span).toEqual({ fromMs: ANCHOR.timeMs + from, toMs: ANCHOR.timeMs + to });
    },
  );

  it('that could not be read are asked for again, and those that are there stay', () => {
    let isDown = false;
    const { result, more } = setUp(({ context }) =>
      isDown ? new Error('the store ran out of time') : lines(context?.id ?? '', 50),
    );
    isDown = true;
    more();
    expect(result.current.error).toBe('the store ran out of time');
    expect(result.current.rows).toHaveLength(50);
    isDown = false;
    more();
    expect(result.current.error).toBeUndefined();
    expect(result.current.rows).toHaveLength(100);
  });
});

describe('a line that was asked for by its id', () => {
  it('is read to the nanosecond, with a level only where it has one that is known', () => {
    const line = { id: 'i/1', timeNs: '1795248000123456789', line: 'x', labels: {}, extra: {} };
    expect(readLine({ ...line, level: 'error' })).toMatchObject({
      timeMs: 1_795_248_000_123,
      nanos: 456_789,
      level: 'error',
    });
    expect(readLine(line).level).toBe('unknown');
  });
});
