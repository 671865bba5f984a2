import { own } from '../../spec/panel.js';
import type { OwnPanel, StockPanel } from '../../spec/panelSpec.js';
import type { PanelText } from '../../spec/panelText.js';
import type { Unit } from '../../spec/unit.js';

/** What there is, how much of it is given out, and how much of that works; one figure each. */
export interface Parts {
  readonly total: string;
  readonly held: string;
  readonly used: string;
  /** Given out, but nobody knows to whom. */
  readonly unknown?: string;
}

/** What the parts are called. */
export type PartNames = Readonly<Record<keyof Parts, string>>;

/** A ring of our own: used inside, given out outside. */
export const ring = (
  id: string,
  text: PanelText,
  unit: Unit,
  parts: Parts,
  names: PartNames,
  plain: readonly StockPanel[],
): OwnPanel =>
  own('ring', {
    id,
    text,
    unit,
    size: [8, 9],
    queries: {
      used: { expr: parts.used, legend: names.used, role: 'used' },
      held: { expr: parts.held, legend: names.held, role: 'held' },
      total: { expr: parts.total, legend: names.total, role: 'total' },
      ...(parts.unknown === undefined
        ? {}
        : { unknown: { expr: parts.unknown, legend: names.unknown } }),
    },
    plain,
  });
