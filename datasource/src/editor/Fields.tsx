import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';

/** Fields side by side in columns of one width, as many as there is room for. */
export function Fields({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles2(stylesOf)}>{children}</div>;
}

const stylesOf = (theme: GrafanaTheme2) =>
  css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
    gap: theme.spacing(1, 2),
    alignItems: 'start',
  });
