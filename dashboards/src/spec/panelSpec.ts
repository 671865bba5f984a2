import type { Threshold } from './level.js';
import type { LinkSpec } from './link.js';
import type { Mapping } from './mapping.js';
import type { PanelText } from './panelText.js';
import type { Role } from './role.js';
import type { Unit } from './unit.js';

/** One query of a panel. */
export interface QuerySpec {
  /** One upper-case letter, unique in the panel. */
  readonly refId: string;
  /** PromQL; variables as `$name`, always in `=~"…"` where they stand for names. */
  readonly expr: string;
  /** Name of a series, labels as `{{label}}`; tables name their columns instead. */
  readonly legend?: string;
  readonly role?: Role;
  /** Where it differs from the panel's. */
  readonly unit?: Unit;
}

/** A column of a table: a label, or the value of a query. */
export interface ColumnSpec {
  readonly of: { readonly label: string } | { readonly query: string };
  readonly title: string;
  /** Pixels. */
  readonly width?: number;
  readonly unit?: Unit;
  readonly thresholds?: readonly Threshold[];
  readonly mappings?: readonly Mapping[];
  readonly links?: readonly LinkSpec[];
  /** `filled` colours the whole cell by level, `bar` draws a bar; the value is written in either. */
  readonly cell?: 'text' | 'filled' | 'bar';
}

interface PanelBase {
  readonly id: string;
  readonly text: PanelText;
  readonly unit: Unit;
  readonly queries: readonly QuerySpec[];
  /** Of 24 columns; rows are about 38 px high. */
  readonly size: { readonly width: number; readonly height: number };
  readonly thresholds?: readonly Threshold[];
  readonly mappings?: readonly Mapping[];
  readonly links?: readonly LinkSpec[];
  /** Recorded series without which it stays empty; the description names them. */
  readonly needs?: readonly string[];
}

/** One or several numbers, as they are now. */
export interface NumberPanel extends PanelBase {
  readonly kind: 'stat' | 'gauge' | 'bargauge';
  readonly range?: { readonly min: number; readonly max: number };
}

/** Figures over time. */
export interface LinesPanel extends PanelBase {
  readonly kind: 'timeseries';
  readonly stacked?: boolean;
  readonly range?: { readonly min?: number; readonly max?: number };
}

/** One line of states per series. */
export interface StatesPanel extends PanelBase {
  readonly kind: 'statetimeline';
}

/** A row per label set; all queries have the same labels. */
export interface TablePanel extends PanelBase {
  readonly kind: 'table';
  readonly columns: readonly ColumnSpec[];
  readonly sort?: { readonly title: string; readonly descending: boolean };
}

/** A cell per value: rows by one label, columns by another. */
export interface MatrixPanel extends PanelBase {
  readonly kind: 'matrix';
  readonly rows: { readonly label: string; readonly title: string };
  readonly columns: { readonly label: string };
  readonly rowLinks: readonly LinkSpec[];
}

/** A panel as data: what it asks and how it is to be read, nothing of any one dashboard format. */
export type PanelSpec = NumberPanel | LinesPanel | StatesPanel | TablePanel | MatrixPanel;
