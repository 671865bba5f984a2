import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { Fragment } from 'react';

/** A name and what is known of it; without a value it is left out. */
export type Fact = readonly [name: string, value: string | undefined];

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ fontWeight: theme.typography.fontWeightMedium, marginBottom: theme.spacing(0.5) }),
  list: css({
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: theme.spacing(1.5),
    margin: 0,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  name: css({ color: theme.colors.text.secondary, fontWeight: 'inherit' }),
  value: css({ margin: 0, overflowWrap: 'anywhere' }),
  note: css({ color: theme.colors.text.secondary, marginTop: theme.spacing(0.5) }),
});

interface FactsProps {
  readonly title: string;
  readonly facts: readonly Fact[];
  /** What a click does. */
  readonly note?: string;
}

/** What a tip says of a thing. */
export function Facts({ title, facts, note }: FactsProps) {
  const styles = useStyles2(getStyles);
  const known = facts.filter(([, value]) => value !== undefined && value !== '');
  return (
    <div>
      <div className={styles.title}>{title}</div>
      <dl className={styles.list}>
        {known.map(([name, value], at) => (
          <Fragment key={`${at} ${name}`}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>{value}</dd>
          </Fragment>
        ))}
      </dl>
      {note !== undefined && <div className={styles.note}>{note}</div>}
    </div>
  );
}
