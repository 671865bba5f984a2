import fc from 'fast-check';
import type { XidSession } from '../normalise/telemetry.js';
import { createXidTracker } from './xids.js';

/** Plays one board's last codes, a second apart from second 1; undefined where it is not told. */
function play(codes: readonly (number | undefined)[]) {
  const xids = createXidTracker();
  codes.forEach((code, i) => {
    const lastXid = new Map(code === undefined ? [] : [['GPU-a', code]]);
    xids.advance({ lastXid, xids: [] }, (i + 1) * 1000);
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
    xids.advance({ lastXid: new Map([['GPU-a', 0]]), xids: [] }, 1);
    const both = new Map([
      ['GPU-a', 31],
      ['GPU-b', 79],
    ]);
    xids.advance({ lastXid: both, xids: [] }, 2);
    expect(xids.of('GPU-a')).toHaveLength(1);
    expect(xids.of('GPU-b')).toEqual([]);
  });
});

/** A session that has heard so many of each XID on GPU-a. */
const session = (name: string, counts: Readonly<Record<string, number>> = {}): XidSession => ({
  session: name,
  heard: ['GPU-a'],
  counts: Object.entries(counts).map(([xid, count]) => ({
    uuid: 'GPU-a',
    xid: Number(xid),
    count,
    lastMs: count * 10,
  })),
});

const NO_CODE = new Map<string, number>();

function hear(cycles: readonly (readonly XidSession[])[]) {
  const tracker = createXidTracker();
  cycles.forEach((xids, i) => {
    tracker.advance({ lastXid: NO_CODE, xids }, i);
  });
  return tracker.of('GPU-a').map(({ xid, count }) => [xid, count]);
}

describe('createXidTracker of a source that hears each XID', () => {
  it('counts every one, repeats too, with the time of the newest', () => {
    const tracker = createXidTracker();
    tracker.advance({ lastXid: NO_CODE, xids: [session('s1', { 31: 2 })] }, 1);
    tracker.advance({ lastXid: NO_CODE, xids: [session('s1', { 31: 5, 79: 1 })] }, 2);
    expect(tracker.of('GPU-a')).toEqual([
      { xid: '31', count: 5, lastMs: 50 },
      { xid: '79', count: 1, lastMs: 10 },
    ]);
  });

  it('counts nothing twice that is served again while the source is away', () => {
    const same = [session('s1', { 31: 2 })];
    expect(hear([same, same, same])).toEqual([['31', 2]]);
  });

  it('adds what a new session hears to what the one before it heard', () => {
    expect(hear([[session('s1', { 31: 2 })], [session('s2')], [session('s2', { 31: 1 })]])).toEqual(
      [['31', 3]],
    );
  });

  it('does not begin anew with a session that comes back', () => {
    const before = [session('s1', { 31: 2 })];
    expect(hear([before, [session('s2', { 31: 4 })], before])).toEqual([['31', 6]]);
  });

  it('follows the last code of a board that it hears and does not count it', () => {
    const tracker = createXidTracker();
    const advance = (code: number, xids: readonly XidSession[]): void => {
      tracker.advance({ lastXid: new Map([['GPU-a', code]]), xids }, 1);
    };
    advance(0, [session('s1')]);
    advance(31, [session('s1', { 31: 1 })]);
    expect(tracker.of('GPU-a')).toEqual([{ xid: '31', count: 1, lastMs: 10 }]);
    advance(31, []);
    advance(79, []);
    expect(tracker.of('GPU-a').map(({ xid }) => xid)).toEqual(['31', '79']);
    advance(79, [session('s1', { 31: 1, 79: 1 })]);
    expect(tracker.of('GPU-a').map(({ count }) => count)).toEqual([1, 1]);
    advance(79, [session('s2', { 79: 1 })]);
    expect(tracker.of('GPU-a').map(({ count }) => count)).toEqual([1, 2]);
  });

  it('counts what was heard on a board that is lost', () => {
    const lost = { session: 's1', heard: [], counts: session('s1', { 79: 1 }).counts };
    expect(hear([[session('s1')], [lost]])).toEqual([['79', 1]]);
  });

  it('loses and doubles nothing, whatever is heard and however often it is told', () => {
    const steps = fc.array(
      fc.record({ heard: fc.nat(3), anew: fc.boolean(), told: fc.integer({ min: 1, max: 3 }) }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(steps, (all) => {
        let name = 0;
        let count = 0;
        let sum = 0;
        const cycles = all.flatMap(({ heard, anew, told }) => {
          if (anew) {
            name += 1;
            count = 0;
          }
          count += heard;
          sum += heard;
          const xids = [session(`s${name}`, count === 0 ? {} : { 31: count })];
          return Array.from({ length: told }, () => xids);
        });
        expect(hear(cycles)).toEqual(sum === 0 ? [] : [['31', sum]]);
      }),
    );
  });
});
