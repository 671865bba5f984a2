import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { dateTimeFormat } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Span } from './bars.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const PLACES = [0, 0.25, 0.5, 0.75, 1];

/** When the bars were, below them. */
export function Ticks({ fromMs, toMs }: Span) {
  const styles = useStyles2(stylesOf);
  const format = toMs - fromMs > DAY_MS ? 'MM-DD HH:mm' : 'HH:mm:ss';
  return (
    <div className={styles} aria-hidden>
      {PLACES.map((place) => (
        <span key={place}>{dateTimeFormat(fromMs + place * (toMs - fromMs), { format })}</span>
      ))}
    </div>
  );
}

const stylesOf = (theme: GrafanaTheme2) =>
  css({
    display: 'flex',
    justifyContent: 'space-between',
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
  });
