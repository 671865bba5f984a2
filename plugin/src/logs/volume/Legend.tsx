import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { levelColor, levelText } from '../../panels/lines/levels.js';
import type { RowLevel } from '../../panels/lines/row.js';
import type { LevelCounts } from './readVolume.js';

export interface LegendProps {
  readonly levels: readonly LevelCounts[];
  /** The step under the pointer; undefined: the whole range. */
  readonly step: number | undefined;
  readonly chosen: readonly RowLevel[];
  readonly onToggle: (level: RowLevel) => void;
}

/** Each level in words with its lines; a click shows only those. */
export function Legend({ levels, step, chosen, onToggle }: LegendProps) {
  const theme = useTheme2();
  const styles = useStyles2(stylesOf);
  return (
    <div
      className={styles.legend}
      role="group"
      aria-label={t('logs.volume.levels', 'Lines by level')}
    >
      {levels.map(({ level, counts, sum }) => (
        <button
          key={level}
          type="button"
          className={styles.level}
          aria-pressed={chosen.includes(level)}
          onClick={() => onToggle(level)}
        >
          <span className={styles.sign} style={{ background: levelColor(theme, level) }} />
          {`${levelText(level)} ${(step === undefined ? sum : (counts[step] ?? 0)).toLocaleString()}`}
        </button>
      ))}
    </div>
  );
}

const stylesOf = (theme: GrafanaTheme2) => ({
  legend: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) }),
  level: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    border: '1px solid transparent',
    borderRadius: theme.shape.radius.default,
    background: 'none',
    padding: theme.spacing(0, 0.75),
    color: theme.colors.text.primary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
    '&[aria-pressed=true]': { borderColor: theme.colors.border.strong },
    '&:hover': { background: theme.colors.action.hover },
  }),
  sign: css({ width: 10, height: 10, borderRadius: 2 }),
});
