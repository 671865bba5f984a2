import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';

export interface SectionProps {
  readonly title: string;
  /** What is set inside, told while it is closed. */
  readonly summary: readonly string[];
  readonly isOpenAtFirst?: boolean;
  readonly children: ReactNode;
}

/** A part of an editor that most don't need: closed, it says in a few words what is set in it. */
export function Section({ title, summary, isOpenAtFirst = false, children }: SectionProps) {
  const styles = useStyles2(stylesOf);
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const id = useId();
  return (
    <div>
      <button
        type="button"
        className={styles.head}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={isOpen ? 'angle-down' : 'angle-right'} />
        <span>{title}</span>
        {!isOpen && summary.length > 0 && (
          <span className={styles.summary}>{summary.join(' · ')}</span>
        )}
      </button>
      <div id={id} hidden={!isOpen} className={styles.body}>
        {isOpen && children}
      </div>
    </div>
  );
}

const stylesOf = (theme: GrafanaTheme2) => ({
  head: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    width: '100%',
    padding: theme.spacing(0.5, 0),
    border: 'none',
    background: 'none',
    color: theme.colors.text.primary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    textAlign: 'left',
  }),
  summary: css({
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: theme.colors.text.secondary,
    fontWeight: theme.typography.fontWeightRegular,
    marginLeft: theme.spacing(1),
  }),
  body: css({ padding: theme.spacing(0.5, 0, 1, 2.5) }),
});
