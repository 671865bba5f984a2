import type { DataFrame } from '@grafana/data';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { linesFrame, rowOf } from '../../panels/lines/testing.js';
import '../../panels/testing/patience.js';
import { selectionOf } from '../state/selectionOf.js';
import { DEFAULT_STATE, type LogsState } from '../state/state.js';
import { LogsProvider } from '../state/useLogs.js';
import type { Backend } from '../testing/source.js';
import { sourceOf } from '../testing/source.js';
import { timeRangeOf } from '../time/timeRange.js';
import { useLive } from './useLive.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const answer = (ids: readonly string[], isCut = false): readonly DataFrame[] => [
  linesFrame(
    ids.map((id) => rowOf({ id, timeMs: Date.now() })),
    { meta: { custom: { total: isCut ? 9000 : ids.length, limit: 500 } } },
  ),
];

let hidden: jest.SpyInstance;

beforeEach(() => {
  jest.useFakeTimers({ now: Date.UTC(2026, 10, 21, 8) });
  hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(false);
});

afterEach(() => {
  hidden.mockRestore();
  jest.useRealTimers();
});

function setUp(frames: Backend['frames'], first: Partial<LogsState> = {}) {
  const { source, asked } = sourceOf({ frames });
  const refreshed = jest.fn();
  let show: (part: Partial<LogsState>) => void = () => undefined;
  let again = (): void => undefined;
  function Page({ children }: { readonly children: ReactNode }) {
    const [state, setState] = useState<LogsState>({ ...DEFAULT_STATE, isLive: true, ...first });
    const [range, setRange] = useState(() => timeRangeOf(state.from, state.to));
    show = (part) => setState((before) => ({ ...before, ...part }));
    const refresh = () => {
      refreshed();
      setRange(timeRangeOf(state.from, state.to));
    };
    again = () => setRange(timeRangeOf(state.from, state.to));
    const selection = selectionOf(state);
    const rest = { about: undefined, change: () => undefined, turn: 0 };
    return (
      <LogsProvider value={{ source, state, range, refresh, selection, ...rest }}>
        {children}
      </LogsProvider>
    );
  }
  const { result, unmount } = renderHook(useLive, { wrapper: Page });
  const pass = (ms: number) => act(() => jest.advanceTimersByTime(ms));
  const pause = (isPaused: boolean) => act(() => result.current.setPaused(isPaused));
  const ids = () => result.current.fresh.map(({ id }) => id);
  return {
    result,
    asked,
    refreshed,
    pass,
    pause,
    ids,
    unmount,
    askAnew: () => act(() => again()),
    change: (part: Partial<LogsState>) => act(() => show(part)),
  };
}

/** Each look brings the line before and a new one. */
function counting(): Backend['frames'] {
  let at = 0;
  return () => {
    at += 1;
    return answer([String(at), String(at - 1)]);
  };
}

describe('new lines', () => {
  it('are asked for every three seconds, of the last minute, and gather with the newest first', () => {
    const { asked, pass, ids, refreshed } = setUp(counting());
    pass(2 * 3 * SECOND);
    expect(ids()).toEqual(['3', '2', '1', '0']);
    expect(asked.map(({ span }) => span.toMs - span.fromMs)).toEqual([63_000, 63_000, 63_000]);
    expect(refreshed).not.toHaveBeenCalled();
  });

  it('are not looked for while paused, by who went away, or when all is over', () => {
    const { asked, pass, pause, change, unmount } = setUp(counting());
    pause(true);
    pass(MINUTE);
    expect(asked).toHaveLength(1);
    pause(false);
    hidden.mockReturnValue(true);
    pass(MINUTE);
    expect(asked).toHaveLength(2);
    hidden.mockReturnValue(false);
    change({ isLive: false });
    pass(MINUTE);
    expect(asked).toHaveLength(2);
    change({ isLive: true });
    unmount();
    jest.advanceTimersByTime(MINUTE);
    expect(asked).toHaveLength(3);
  });

  it('go on after a short pause', () => {
    const { pass, pause, ids, refreshed } = setUp(counting());
    pause(true);
    pass(20 * SECOND);
    pause(false);
    expect(ids()).toEqual(['2', '1', '0']);
    expect(refreshed).not.toHaveBeenCalled();
  });

  it.each(['a pause', 'being out of sight'])(
    'of five minutes of %s are not left out: the page is asked anew, once',
    (what) => {
      const { pass, pause, refreshed, ids } = setUp(counting());
      const stop = (isStopped: boolean) =>
        what === 'a pause' ? pause(isStopped) : hidden.mockReturnValue(isStopped);
      stop(true);
      pass(5 * MINUTE);
      stop(false);
      pass(3 * SECOND);
      expect(refreshed).toHaveBeenCalledTimes(1);
      pass(MINUTE);
      expect(refreshed).toHaveBeenCalledTimes(1);
      expect(ids().length).toBeGreaterThan(10);
    },
  );

  it('of the time before something else was chosen are asked for, too', () => {
    const { pass, change, refreshed, ids } = setUp(counting());
    pass(10 * MINUTE);
    expect(refreshed).not.toHaveBeenCalled();
    change({ words: 'cuda' });
    expect(refreshed).toHaveBeenCalledTimes(1);
    expect(ids()).toEqual([]);
  });

  it('are looked for again after a failure, which is told until then', () => {
    let isDown = true;
    const { result, pass, ids, refreshed } = setUp(() =>
      isDown ? new Error('no store') : answer(['1']),
    );
    expect(result.current.error).toBe('no store');
    isDown = false;
    pass(3 * SECOND);
    expect(result.current.error).toBeUndefined();
    expect(ids()).toEqual(['1']);
    expect(refreshed).not.toHaveBeenCalled();
  });

  it('that come too fast are said to be left out', () => {
    let at = 0;
    const { result, pass, askAnew } = setUp(() => {
      at += 1;
      return answer([`${at}b`, `${at}a`], at > 2);
    });
    pass(3 * SECOND);
    expect(result.current.isBehind).toBe(false);
    pass(3 * SECOND);
    expect(result.current.isBehind).toBe(true);
    askAnew();
    expect(result.current).toMatchObject({ isBehind: false, fresh: [] });
  });

  it('that are there stay when the page is asked anew', () => {
    const { ids, askAnew } = setUp(counting());
    askAnew();
    expect(ids()).toEqual(['1', '0']);
  });
});
