import type { GrafanaTheme2 } from '@grafana/data';
import { colorManipulator } from '@grafana/data';

/** From these shares on a cell is one step darker (lighter, in the dark theme). */
const STEPS = [0, 0.1, 0.25, 0.5, 0.75] as const;

const STRENGTHS = [0.12, 0.3, 0.5, 0.75, 1] as const;

function rgbOf(color: string): readonly number[] {
  const hex = colorManipulator.asHexString(color);
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

function mixed(front: string, back: string, share: number): string {
  const behind = rgbOf(back);
  const parts = rgbOf(front);
  const values = parts.map((value, at) =>
    Math.round(value * share + (behind[at] ?? 0) * (1 - share)),
  );
  return `rgb(${values.join(', ')})`;
}

/** One hue, from faint to full. */
export const busyRamp = (theme: GrafanaTheme2): readonly string[] => {
  const full = theme.visualization.getColorByName('green');
  return STRENGTHS.map((strength) => mixed(full, theme.colors.background.primary, strength));
};

/** Which step of the ramp a share takes. */
export const stepOf = (busy: number): number => STEPS.filter((from) => busy >= from).length - 1;
