import type { TimeRange } from '@grafana/data';
import { t } from '@grafana/i18n';
import { RefreshPicker, TimeRangePicker } from '@grafana/ui';
import { useEffect } from 'react';
import { rangeUtil } from '@grafana/data';
import type { LogsState } from '../state/state.js';
import type { Change } from '../state/useLogsState.js';
import { moved, rangeTexts, zoomedOut } from '../time/timeRange.js';

export interface TimeControlsProps {
  readonly state: LogsState;
  readonly change: Change;
  readonly range: TimeRange;
  readonly refresh: () => void;
}

/** Asks again every so often, as long as somebody can see it. */
function useRefreshing(every: string, refresh: () => void): void {
  useEffect(() => {
    if (every === '') return undefined;
    const ms = rangeUtil.isRelativeTime(every) || /^\d+\w$/u.test(every) ? msOf(every) : 0;
    if (ms < 1000) return undefined;
    const timer = setInterval(() => document.hidden || refresh(), ms);
    return () => clearInterval(timer);
  }, [every, refresh]);
}

const msOf = (every: string): number => {
  try {
    return rangeUtil.intervalToMs(every);
  } catch {
    return 0;
  }
};

/** The page's time range, and how often it is asked anew. */
export function TimeControls({ state, change, range, refresh }: TimeControlsProps) {
  useRefreshing(state.refresh, refresh);
  const setRange = ({ raw }: TimeRange) =>
    change((before) => ({ ...before, ...rangeTexts(raw), isLive: false }));
  return (
    <>
      <TimeRangePicker
        value={range}
        timeZone="browser"
        onChange={setRange}
        onChangeTimeZone={() => undefined}
        onMoveBackward={() => setRange(moved(range, -1))}
        onMoveForward={() => setRange(moved(range, 1))}
        onZoom={() => setRange(zoomedOut(range, Date.now()))}
      />
      <RefreshPicker
        value={state.refresh}
        tooltip={t('logs.refresh', 'Ask again')}
        onRefresh={refresh}
        onIntervalChanged={(every) => change((before) => ({ ...before, refresh: every }))}
      />
    </>
  );
}
