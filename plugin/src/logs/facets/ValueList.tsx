import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Checkbox, useStyles2 } from '@grafana/ui';

export interface ListedValue {
  readonly text: string;
  readonly count?: number;
  /** In place of the text, in the reader's words. */
  readonly label?: string;
}

export interface ValueListProps {
  readonly title: string;
  readonly values: readonly ListedValue[];
  readonly chosen: readonly string[];
  readonly onToggle: (text: string) => void;
}

/** Values with their lines; each can be chosen and let go. */
export function ValueList({ title, values, chosen, onToggle }: ValueListProps) {
  const styles = useStyles2(stylesOf);
  return (
    <ul className={styles.list} aria-label={title}>
      {values.map(({ text, count, label = text }) => (
        <li key={text} className={styles.value}>
          <div className={styles.check}>
            <Checkbox label={label} value={chosen.includes(text)} onChange={() => onToggle(text)} />
          </div>
          {count !== undefined && (
            <span
              className={styles.count}
              title={t('logs.facet.lines', '{{lines}} lines', { lines: count.toLocaleString() })}
            >
              {count.toLocaleString()}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

const stylesOf = (theme: GrafanaTheme2) => ({
  list: css({
    listStyle: 'none',
    margin: 0,
    padding: theme.spacing(0, 0.5, 0.5),
    maxHeight: 260,
    overflow: 'auto',
  }),
  value: css({ display: 'flex', alignItems: 'baseline', gap: theme.spacing(1) }),
  check: css({ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }),
  count: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
  }),
});
