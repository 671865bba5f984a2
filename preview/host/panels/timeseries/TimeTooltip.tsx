import { css } from '@emotion/css';
import { dateTimeFormat, type DataFrame, type GrafanaTheme2, type LinkModel } from '@grafana/data';
import { DataLinkButton, SeriesTable, useStyles2 } from '@grafana/ui';
import type { Row } from './rows.js';

const styles = (theme: GrafanaTheme2) => ({
  place: css({ padding: theme.spacing(1), maxHeight: 400, overflowY: 'auto' }),
  links: css({ display: 'flex', gap: theme.spacing(1), marginTop: theme.spacing(1) }),
});

interface TimeTooltipProps {
  readonly frame: DataFrame;
  readonly places: readonly (number | null)[];
  readonly rows: readonly Row[];
  readonly links: readonly LinkModel[];
  readonly timeZone: string;
}

/** The moment under the pointer, the values then, and where they lead. */
export function TimeTooltip({ frame, places, rows, links, timeZone }: TimeTooltipProps) {
  const style = useStyles2(styles);
  const [place] = places;
  const time = typeof place === 'number' ? (frame.fields[0]?.values[place] as number) : undefined;
  return (
    <div className={style.place}>
      <SeriesTable
        series={rows.map(({ label, value, color, isActive }) => ({
          label,
          value,
          color,
          isActive,
        }))}
        {...(time === undefined ? {} : { timestamp: dateTimeFormat(time, { timeZone }) })}
      />
      {links.length > 0 && (
        <div className={style.links}>
          {links.map((link) => (
            <DataLinkButton key={link.href} link={link} />
          ))}
        </div>
      )}
    </div>
  );
}
