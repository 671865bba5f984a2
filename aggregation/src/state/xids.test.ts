import { createXidTracker } from './xids.js';

/** Plays one board's last codes, a second apart from second 1; undefined where it is not told. */
function play(codes: readonly (number | undefined)[]) {
  const xids = createXidTracker();
  codes.forEach((code, i) => {
    xids.advance(new Map(code === undefined ? [] : [['GPU-a', code]]), (i + 1) * 1000);
  });
  return xids.of('GPU-a');
}

describe('createXidTracker', () => {
  it('does not count the code that it finds at start: it may be of any age', () => {
    expect(play([31, 31])).toEqual([]);
  });

  it('counts a change to a new code, and when', () => {
    expect(play([0, 31, 31, 79])).toEqual([
      { xid: '31', count: 1, lastMs: 2000 },
      { xid: '79', count: 1, lastMs: 4000 },
    ]);
  });

  it('counts a code again after another or after none', () => {
    expect(play([0, 31, 0, 31])).toEqual([{ xid: '31', count: 2, lastMs: 4000 }]);
    expect(play([13, 31, 13])).toEqual([
      { xid: '31', count: 1, lastMs: 2000 },
      { xid: '13', count: 1, lastMs: 3000 },
    ]);
  });

  it('does not count a change to none', () => {
    expect(play([31, 0])).toEqual([]);
  });

  it('remembers a board that is not told of for a while', () => {
    expect(play([0, 31, undefined, 31])).toEqual([{ xid: '31', count: 1, lastMs: 2000 }]);
    expect(play([31, undefined, 31])).toEqual([]);
  });

  it('keeps boards apart', () => {
    const xids = createXidTracker();
    xids.advance(new Map([['GPU-a', 0]]), 1);
    xids.advance(
      new Map([
        ['GPU-a', 31],
        ['GPU-b', 79],
      ]),
      2,
    );
    expect(xids.of('GPU-a')).toHaveLength(1);
    expect(xids.of('GPU-b')).toEqual([]);
  });
});
