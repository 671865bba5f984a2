import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { gridStyles } from '../shared/gridStyles.js';
import { GAP } from './layout.js';

export const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), overflow: 'hidden' }),
  ...gridStyles(theme, 'auto'),
  boards: css({ position: 'relative', flex: '1 1 auto' }),
  board: css({ position: 'absolute', display: 'flex' }),
  cell: css({
    position: 'absolute',
    top: 0,
    bottom: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: GAP,
    overflow: 'hidden',
    borderRadius: theme.shape.radius.default,
    borderStyle: 'solid',
    borderWidth: 2,
    fontSize: 11,
    lineHeight: 1,
    fontVariantNumeric: 'tabular-nums',
    cursor: 'pointer',
  }),
  free: css({ borderStyle: 'dashed', borderWidth: 1 }),
  shared: css({ borderStyle: 'double', borderWidth: 3 }),
  faded: css({ opacity: 0.2 }),
});

export type MapStyles = ReturnType<typeof getStyles>;
