import type { GrafanaTheme2 } from '@grafana/data';
import { colorManipulator } from '@grafana/data';
import { identityColor } from '../shared/identity.js';
import { inkOn } from '../shared/ink.js';
import type { Cell } from './cell.js';
import { tenantOf } from './cell.js';

/** From these shares on a cell is one step darker (lighter, in the dark theme). */
export const STEPS = [0, 0.1, 0.25, 0.5, 0.75] as const;

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

export interface CellColors {
  readonly background: string;
  readonly text: string;
  readonly frame: string;
}

const frameOf = (theme: GrafanaTheme2, cell: Cell): string => {
  const tenant = tenantOf(cell);
  return tenant === '' ? theme.colors.border.medium : identityColor(theme, tenant);
};

/** How cells are coloured in a theme: filled by how busy they are, framed by whose they are. */
export function cellColors(theme: GrafanaTheme2): (cell: Cell) => CellColors {
  const ramp = busyRamp(theme);
  const texts = ramp.map(inkOn);
  const empty = { background: 'transparent', text: theme.colors.text.secondary };
  return (cell) => {
    const isEmpty = cell.state === 'free' || Number.isNaN(cell.busy);
    const step = Math.max(0, stepOf(cell.busy));
    const filled = { background: ramp[step] ?? '', text: texts[step] ?? '' };
    return { ...(isEmpty ? empty : filled), frame: frameOf(theme, cell) };
  };
}
