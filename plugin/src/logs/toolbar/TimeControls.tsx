import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeRange } from '@grafana/data';
import { getTimeZone, rangeUtil } from '@grafana/data';
import { t } from '@grafana/i18n';
import { RefreshPicker, TimeRangePicker, useStyles2 } from '@grafana/ui';
import { useEffect } from 'react';
import type { Logs } from '../state/useLogs.js';
import { moved, rangeTexts, zoomedOut } from '../time/timeRange.js';

export type TimeControlsProps = Pick<Logs, 'state' | 'change' | 'range' | 'refresh'>;

/** Asks again every so often, as long as somebody can see it. */
function useRefreshing(every: string, refresh: () => void): void {
  useEffect(() => {
    if (every === '') return undefined;
    const ms = msOf(every);
    if (ms < 1000) return undefined;
    const timer = setInterval(() => document.hidden || refresh(), ms);
    return () => clearInterval(timer);
  }, [every, refresh]);
}

/** Zero for what is no interval: an address may hold anything. */
const msOf = (every: string): number => {
  try {
    return rangeUtil.intervalToMs(every);
  } catch {
    return 0;
  }
};

const stylesOf = (theme: GrafanaTheme2) =>
  css({ display: 'flex', gap: theme.spacing(1), marginLeft: 'auto' });

/** The page's time range, and how often it is asked anew; both stay together where the line breaks. */
export function TimeControls({ state, change, range, refresh }: TimeControlsProps) {
  useRefreshing(state.refresh, refresh);
  const styles = useStyles2(stylesOf);
  const setRange = ({ raw }: TimeRange) =>
    change((before) => ({ ...before, ...rangeTexts(raw), isLive: false }));
  return (
    <div className={styles}>
      <TimeRangePicker
        isOnCanvas
        value={range}
        timeZone={getTimeZone()}
        onChange={setRange}
        onChangeTimeZone={() => undefined}
        onMoveBackward={() => setRange(moved(range, -1))}
        onMoveForward={() => setRange(moved(range, 1))}
        onZoom={() => setRange(zoomedOut(range, Date.now()))}
      />
      <RefreshPicker
        isOnCanvas
        value={state.refresh}
        tooltip={t('logs.refresh', 'Ask again')}
        onRefresh={refresh}
        onIntervalChanged={(every) => change((before) => ({ ...before, refresh: every }))}
      />
    </div>
  );
}
