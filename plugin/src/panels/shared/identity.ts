import type { GrafanaTheme2 } from '@grafana/data';
import { placesFor } from './hues.js';

/** Apart from one another in both themes; red is kept for what is wrong, green for what works. */
const HUES = [
  'blue',
  'orange',
  'purple',
  'yellow',
  'light-blue',
  'dark-orange',
  'light-purple',
  'dark-yellow',
  'dark-blue',
  'light-orange',
  'dark-purple',
  'light-yellow',
] as const;

/** The colours by which tenants or apps are told apart; what is not among the names has none of its own. */
export function identityColors(
  theme: GrafanaTheme2,
  names: Iterable<string>,
): (name: string) => string {
  const places = placesFor(names, HUES.length);
  return (name) => {
    const hue = HUES[places.get(name) ?? -1];
    return hue === undefined
      ? theme.colors.text.secondary
      : theme.visualization.getColorByName(hue);
  };
}
