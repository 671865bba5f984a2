import type { GrafanaTheme2 } from '@grafana/data';

/** The colours that held and used have in every graph of ours. */
export const partColors = (theme: GrafanaTheme2) => ({
  held: theme.visualization.getColorByName('blue'),
  used: theme.visualization.getColorByName('green'),
  unused: theme.visualization.getColorByName('orange'),
  unknown: theme.colors.text.secondary,
  free: theme.colors.background.secondary,
});
