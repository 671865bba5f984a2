import type { GrafanaTheme2 } from '@grafana/data';
import { placesFor } from './hues.js';

/** Hues of Grafana's that stay apart in both themes; red is kept for what is wrong, green for what works. */
const HUES = ['blue', 'orange', 'purple', 'yellow', '#6ED0E0', '#967302'] as const;

/** Their shades, for more names than there are hues. */
const SHADES = [
  'light-purple',
  'dark-blue',
  'dark-orange',
  'light-blue',
  'dark-yellow',
  'dark-purple',
  'light-orange',
  'light-yellow',
] as const;

const COLORS = [...HUES, ...SHADES];
const TIERS = [HUES.length, SHADES.length];

/** The colours by which tenants or apps are told apart; what is not among the names has none of its own. */
export function identityColors(
  theme: GrafanaTheme2,
  names: Iterable<string>,
): (name: string) => string {
  const places = placesFor(names, TIERS);
  return (name) => {
    const hue = COLORS[places.get(name) ?? -1];
    return hue === undefined
      ? theme.colors.text.secondary
      : theme.visualization.getColorByName(hue);
  };
}
