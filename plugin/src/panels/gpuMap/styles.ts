import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { GAP } from './layout.js';

export const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), overflow: 'hidden' }),
  scroll: css({
    flex: '1 1 auto',
    minHeight: 0,
    overflow: 'auto',
    outline: 'none',
    '&:focus-visible': { boxShadow: `inset 0 0 0 2px ${theme.colors.primary.border}` },
  }),
  canvas: css({ position: 'relative', width: '100%' }),
  line: css({ position: 'absolute', top: 0, left: 0, width: '100%', display: 'flex' }),
  label: css({
    flex: '0 0 auto',
    paddingRight: theme.spacing(1),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.link,
    '&:hover': { textDecoration: 'underline' },
  }),
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
  active: css({ outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1, zIndex: 1 }),
});

export type MapStyles = ReturnType<typeof getStyles>;
