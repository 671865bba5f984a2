import type { GrafanaTheme2 } from '@grafana/data';
import { inkOn } from '../shared/ink.js';
import type { Cell } from './cell.js';
import { tenantOf } from './cell.js';
import { kindOf } from './counts.js';
import { kindColors } from './kindColors.js';
import { busyRamp, stepOf } from './ramp.js';

export interface CellColors {
  readonly background: string;
  readonly text: string;
  readonly frame: string;
  /** Ground of the sign, where it has one. */
  readonly sign: string;
}

/** How cells are coloured in a theme: filled by how busy they are, framed by whose they are. */
export function cellColors(
  theme: GrafanaTheme2,
  tenantColor: (tenant: string) => string,
): (cell: Cell) => CellColors {
  const ramp = busyRamp(theme);
  const kinds = kindColors(theme);
  const texts = ramp.map(inkOn);
  const empty = { background: 'transparent', text: theme.colors.text.secondary };
  return (cell) => {
    const isEmpty = cell.state === 'free' || Number.isNaN(cell.busy);
    const step = Math.max(0, stepOf(cell.busy));
    const filled = { background: ramp[step] ?? '', text: texts[step] ?? '' };
    const tenant = tenantOf(cell);
    const frame = tenant === '' ? theme.colors.border.medium : tenantColor(tenant);
    return { ...(isEmpty ? empty : filled), frame, sign: kinds[kindOf(cell)] };
  };
}
