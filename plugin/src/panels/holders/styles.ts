import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { gridStyles } from '../shared/gridStyles.js';
import { BAR_HEIGHT } from './layout.js';

export const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', flexDirection: 'column', overflow: 'hidden' }),
  ...gridStyles(theme, 'hidden'),
  plot: css({ position: 'relative', background: theme.colors.background.secondary }),
  bar: css({
    position: 'absolute',
    height: BAR_HEIGHT,
    padding: theme.spacing(0, 0.5),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: 11,
    lineHeight: `${BAR_HEIGHT}px`,
    borderRadius: theme.shape.radius.default,
    boxShadow: `inset 0 0 0 1px ${theme.colors.background.primary}`,
  }),
  grid: css({
    position: 'absolute',
    top: 0,
    bottom: 0,
    width: 1,
    background: theme.colors.border.weak,
  }),
  axis: css({
    flex: '0 0 20px',
    position: 'relative',
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
    borderTop: `1px solid ${theme.colors.border.weak}`,
  }),
  tick: css({ position: 'absolute', whiteSpace: 'nowrap' }),
});

export type HoldersStyles = ReturnType<typeof getStyles>;
