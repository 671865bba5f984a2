import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

/** What panels have in common whose rows are drawn as they come into sight. */
export const gridStyles = (theme: GrafanaTheme2, overflowX: 'auto' | 'hidden') => ({
  scroll: css({
    flex: '1 1 auto',
    minHeight: 0,
    overflowX,
    overflowY: 'auto',
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
  /** Of the place that the keys are at. */
  active: css({ outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1, zIndex: 1 }),
});
