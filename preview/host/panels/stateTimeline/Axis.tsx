import { css } from '@emotion/css';
import { dateTimeFormat, dateTimeForTimeZone, type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { tickFormat, ticksOf } from './ticks.js';

const TICK_WIDTH = 80;
export const AXIS_HEIGHT = 20;

const styles = (theme: GrafanaTheme2) => ({
  axis: css({
    position: 'relative',
    height: AXIS_HEIGHT,
    fontSize: 12,
    color: theme.colors.text.secondary,
    span: { position: 'absolute', transform: 'translateX(-50%)', whiteSpace: 'nowrap' },
  }),
});

interface AxisProps {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly timeZone: string;
}

/** Round moments below the rows. */
export function Axis({ from, to, width, timeZone }: AxisProps) {
  const { axis } = useStyles2(styles);
  const offsetMs = dateTimeForTimeZone(timeZone, from).utcOffset() * 60_000;
  const { stepMs, times } = ticksOf(from, to, width / TICK_WIDTH, offsetMs);
  return (
    <div className={axis} aria-hidden="true">
      {times.map((time) => (
        <span key={time} style={{ left: ((time - from) / (to - from)) * width }}>
          {dateTimeFormat(time, { timeZone, format: tickFormat(stepMs) })}
        </span>
      ))}
    </div>
  );
}
