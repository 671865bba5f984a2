import type { GrafanaTheme2 } from '@grafana/data';
import { busyRamp } from './ramp.js';
import type { Kind } from './counts.js';

/** Colours of states where many cells are told in one bar; the words beside it say the same. */
export function kindColors(theme: GrafanaTheme2): Readonly<Record<Kind, string>> {
  const ramp = busyRamp(theme);
  const named = theme.visualization.getColorByName;
  return {
    sick: named('red'),
    throttled: named('yellow'),
    heldIdle: named('orange'),
    busy: ramp.at(-1) ?? '',
    light: ramp[1] ?? '',
    unmeasured: theme.colors.text.disabled,
    free: theme.colors.background.secondary,
  };
}
