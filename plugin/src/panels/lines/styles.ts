import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

const LEVEL_WIDTH = '84px';
const TIME_WIDTH = '176px';
const COLUMN_WIDTH = 'minmax(80px, 160px)';

const COLUMNS = '--lines-columns';

/** The grid that all rows of a list share. */
export const gridColumns = (columns: number): Readonly<Record<string, string>> => ({
  [COLUMNS]: [
    LEVEL_WIDTH,
    TIME_WIDTH,
    ...Array.from({ length: columns }, () => COLUMN_WIDTH),
    '1fr',
  ].join(' '),
});

/** Where there is no room beside level and time, what a line says stands below them. */
const NARROW = '@container (max-width: 560px)';

const grid = (theme: GrafanaTheme2) => ({
  display: 'grid',
  gridTemplateColumns: `var(${COLUMNS})`,
  columnGap: theme.spacing(1),
  [NARROW]: { gridTemplateColumns: `${LEVEL_WIDTH} 1fr` },
});

export const listStyles = (theme: GrafanaTheme2) => ({
  list: css({
    position: 'relative',
    overflow: 'auto',
    containerType: 'inline-size',
    width: '100%',
    height: '100%',
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    '&:focus-visible': {
      outline: `2px solid ${theme.colors.primary.main}`,
      outlineOffset: '-2px',
    },
    '& mark': {
      background: theme.colors.warning.transparent,
      color: 'inherit',
      outline: `1px solid ${theme.colors.warning.border}`,
    },
  }),
  head: css({
    position: 'sticky',
    top: 0,
    zIndex: 1,
    ...grid(theme),
    padding: theme.spacing(0.25, 1),
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    color: theme.colors.text.secondary,
    fontFamily: theme.typography.fontFamily,
  }),
  body: css({ position: 'relative', width: '100%' }),
  item: css({ position: 'absolute', top: 0, left: 0, width: '100%', contain: 'layout style' }),
});

/** Faint words can't be read on a ground that stands out. */
const readable = (theme: GrafanaTheme2) => ({
  '& > [role=gridcell]': { color: theme.colors.text.primary },
});

export const rowStyles = (theme: GrafanaTheme2) => ({
  row: css({
    ...grid(theme),
    padding: theme.spacing(0.25, 1),
    cursor: 'pointer',
    lineHeight: theme.typography.bodySmall.lineHeight,
    '&:hover': { background: theme.colors.action.hover },
  }),
  active: css({ background: theme.colors.action.focus, ...readable(theme) }),
  marked: css({ background: theme.colors.action.selected, ...readable(theme) }),
  level: css({
    borderLeft: '3px solid transparent',
    paddingLeft: theme.spacing(0.75),
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  }),
  time: css({ color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
  column: css({
    color: theme.colors.text.secondary,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  }),
  wrapped: css({
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    minWidth: 0,
    [NARROW]: { gridColumn: '1 / -1' },
  }),
  cut: css({
    whiteSpace: 'pre',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    minWidth: 0,
    [NARROW]: { gridColumn: '1 / -1' },
  }),
  more: css({
    marginLeft: theme.spacing(1),
    padding: theme.spacing(0, 0.75),
    borderRadius: theme.shape.radius.pill,
    background: theme.colors.background.secondary,
    color: theme.colors.text.secondary,
    whiteSpace: 'nowrap',
  }),
});

export const detailStyles = (theme: GrafanaTheme2) => ({
  details: css({
    margin: theme.spacing(0.5, 1, 1, 1.5),
    padding: theme.spacing(1),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
  }),
  whole: css({
    margin: theme.spacing(0, 0, 1, 0),
    maxHeight: '40vh',
    overflow: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: 'inherit',
  }),
  buttons: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
    fontFamily: theme.typography.fontFamily,
  }),
  labels: css({
    borderCollapse: 'collapse',
    '& th, & td': {
      padding: theme.spacing(0.25, 1.5, 0.25, 0),
      textAlign: 'left',
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
    },
    '& th': { color: theme.colors.text.secondary, fontWeight: 'normal', whiteSpace: 'nowrap' },
  }),
  choices: css({ display: 'inline-flex', gap: theme.spacing(0.5), paddingRight: theme.spacing(1) }),
});
