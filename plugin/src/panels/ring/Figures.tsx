import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Tooltip, useStyles2 } from '@grafana/ui';
import { Mark } from './Mark.js';
import type { Figure } from './words.js';

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'grid',
    gridTemplateColumns: 'max-content max-content',
    justifyContent: 'center',
    columnGap: theme.spacing(2),
    margin: 0,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: 1.45,
  }),
  row: css({ display: 'contents' }),
  name: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    fontWeight: 'inherit',
    color: theme.colors.text.secondary,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
  }),
  amount: css({
    margin: 0,
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  }),
});

/** Total, held, used, free, in words; each says on hover what it means. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  const styles = useStyles2(getStyles);
  return (
    <dl className={styles.list}>
      {figures.map(({ mark, name, amount, explanation }) => (
        <div key={mark} className={styles.row}>
          <dt className={styles.name}>
            <Mark mark={mark} />
            {name}
          </dt>
          <dd className={styles.amount}>
            <Tooltip content={explanation} placement="auto">
              <span tabIndex={0}>{amount}</span>
            </Tooltip>
          </dd>
        </div>
      ))}
    </dl>
  );
}
