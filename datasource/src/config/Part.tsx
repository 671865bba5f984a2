import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { FieldSet, useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';

export interface PartProps {
  readonly title: string;
  readonly description: string;
  readonly children: ReactNode;
}

/** A part of the settings: what it is for, then its fields. */
export function Part({ title, description, children }: PartProps) {
  const styles = useStyles2(stylesOf);
  return (
    <FieldSet label={title} className={styles.part}>
      <p className={styles.description}>{description}</p>
      <div className={styles.fields}>{children}</div>
    </FieldSet>
  );
}

const stylesOf = (theme: GrafanaTheme2) => ({
  part: css({ marginBottom: theme.spacing(4), maxWidth: 640 }),
  description: css({ color: theme.colors.text.secondary }),
  fields: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2) }),
});
