import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Icon, useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';
import { useEffect, useId, useState } from 'react';

export interface FacetProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Whether it stands inside another list. */
  readonly isInner?: boolean;
  /** How many are chosen. */
  readonly chosen: number;
  /** Drawn, and asked for, only while it is open. */
  readonly children: () => ReactNode;
}

/** A list that opens and closes by its heading. */
export function Facet(props: FacetProps) {
  const { title, isOpen: isOpenAtFirst, chosen, children } = props;
  const Heading = props.isInner === true ? 'h3' : 'h2';
  const styles = useStyles2(stylesOf);
  const id = useId();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  // What is chosen elsewhere opens a list; nothing closes it but the reader.
  useEffect(() => {
    if (isOpenAtFirst) setOpen(true);
  }, [isOpenAtFirst]);
  return (
    <section className={styles.facet}>
      <Heading className={styles.heading}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'angle-down' : 'angle-right'} />
          {title}
          {chosen > 0 && (
            <span className={styles.chosen}>
              {t('logs.facet.chosen', '{{chosen}} chosen', { chosen })}
            </span>
          )}
        </button>
      </Heading>
      <div id={id}>{isOpen && children()}</div>
    </section>
  );
}

const stylesOf = (theme: GrafanaTheme2) => ({
  facet: css({ borderBottom: `1px solid ${theme.colors.border.weak}` }),
  heading: css({ margin: 0, fontSize: theme.typography.body.fontSize }),
  toggle: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    width: '100%',
    padding: theme.spacing(0.5),
    border: 'none',
    background: 'none',
    color: theme.colors.text.primary,
    fontWeight: theme.typography.fontWeightMedium,
    textAlign: 'left',
  }),
  chosen: css({
    marginLeft: 'auto',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightRegular,
  }),
});
