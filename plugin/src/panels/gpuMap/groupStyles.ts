import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { GROUP_HEIGHT } from './layout.js';

export const getGroupStyles = (theme: GrafanaTheme2) => ({
  group: css({
    width: '100%',
    height: '100%',
    overflow: 'hidden',
    cursor: 'pointer',
    '&:hover': { background: theme.colors.action.hover },
  }),
  heading: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    height: GROUP_HEIGHT,
    whiteSpace: 'nowrap',
  }),
  groupName: css({ fontWeight: theme.typography.fontWeightMedium }),
  quiet: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  }),
});
