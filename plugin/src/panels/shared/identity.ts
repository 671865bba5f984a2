import type { GrafanaTheme2 } from '@grafana/data';
import { stableChoice } from './stable.js';

/** Hues that stay apart from one another in both themes; red is kept for what is wrong. */
const HUES = [
  'blue',
  'orange',
  'purple',
  'yellow',
  'green',
  'semi-dark-blue',
  'light-orange',
  'light-purple',
  'dark-green',
  'super-light-blue',
] as const;

/** The colour by which a tenant or an app is known in every panel. */
export const identityColor = (theme: GrafanaTheme2, name: string): string =>
  theme.visualization.getColorByName(stableChoice(name, HUES));
