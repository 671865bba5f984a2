import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { BAR_HEIGHT } from './layout.js';

export const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', flexDirection: 'column', overflow: 'hidden' }),
  scroll: css({
    flex: '1 1 auto',
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    outline: 'none',
    '&:focus-visible': { boxShadow: `inset 0 0 0 2px ${theme.colors.primary.border}` },
  }),
  canvas: css({ position: 'relative', width: '100%' }),
  lane: css({ position: 'absolute', top: 0, left: 0, width: '100%', display: 'flex' }),
  label: css({
    flex: '0 0 auto',
    paddingRight: theme.spacing(1),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    lineHeight: `${BAR_HEIGHT}px`,
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.link,
    '&:hover': { textDecoration: 'underline' },
  }),
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
  active: css({ outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1, zIndex: 1 }),
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
