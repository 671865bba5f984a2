import { checkedRange, fromGrafanaRange } from './range.js';
import { errorWith } from '../testing/matching.js';

const DAY = 86_400_000;

describe('checkedRange', () => {
  it('gives whole milliseconds that hold what was asked for', () => {
    expect(checkedRange({ fromMs: 1.5, toMs: 10.2 }, DAY)).toEqual({ fromMs: 1, toMs: 11 });
  });

  it('bears a range of just the greatest length', () => {
    expect(checkedRange({ fromMs: 0, toMs: DAY }, DAY)).toEqual({ fromMs: 0, toMs: DAY });
  });

  it.each([
    [{ fromMs: 5, toMs: 5 }, 'QUERY_INVALID', /holds no time/],
    [{ fromMs: 6, toMs: 5 }, 'QUERY_INVALID', /6 to 5/],
    [{ fromMs: Number.NaN, toMs: 5 }, 'QUERY_INVALID', /NaN/],
    [{ fromMs: 0, toMs: DAY + 1 }, 'LIMIT_EXCEEDED', /at most 1 d/],
    [{ fromMs: 0, toMs: 40 * DAY }, 'LIMIT_EXCEEDED', /40 d long/],
  ])('refuses %j', (range, code, message) => {
    expect(() => checkedRange(range, DAY)).toThrow(errorWith(code, message));
  });
});

describe('fromGrafanaRange', () => {
  it('holds the last millisecond of the screen', () => {
    expect(fromGrafanaRange({ fromMs: 0, toMs: 999 })).toEqual({ fromMs: 0, toMs: 1000 });
  });
});
