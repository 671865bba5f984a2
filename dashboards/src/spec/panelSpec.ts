import type { Threshold } from './level.js';
import type { LinkSpec } from './link.js';
import type { Mapping } from './mapping.js';
import type { PanelText } from './panelText.js';
import type { Role } from './role.js';
import type { Unit } from './unit.js';

/** One query of a panel. */
export interface QuerySpec {
  /** Unique in the panel: an upper-case letter, or, in a panel of our own, the word that the query stands for. */
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

export interface PanelBase {
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
  readonly kind: 'stat' | 'bargauge';
  /** A line of the past behind each number. The number is then that of the line's last step, not of now. */
  readonly past?: boolean;
  /** One number under another, where they do not fit side by side. */
  readonly rows?: boolean;
  readonly range?: { readonly min: number; readonly max: number };
}

/** Figures over time. */
export interface LinesPanel extends PanelBase {
  readonly kind: 'timeseries';
  /** Bars for what happens now and then: a line would have nothing to join. */
  readonly bars?: boolean;
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

/** A panel that every Grafana can draw. */
export type StockPanel = NumberPanel | LinesPanel | StatesPanel | TablePanel | MatrixPanel;

/** Panels that only our app can draw. */
export const OWN_KINDS = ['ring', 'gpuMap', 'holders'] as const;

export type OwnKind = (typeof OWN_KINDS)[number];

/**
 * A panel of our app. Its queries are named by what they stand for, and are asked as tables of the last moment:
 *
 * - `ring`: `used`, `held`, `total`, one figure each in the panel's unit; of GPUs also `unknown` (a holder, but nobody
 *   knows who).
 * - `gpuMap`: a row per device or MIG instance by `cluster, node, gpu, gpu_instance`. `busy`: 0–1, NaN where nobody
 *   measures (also `uuid`, `model`, `mig_profile`). `state`: a code of `MAP_CODES`, absent where nothing is to be
 *   said. `holders`: start in Unix seconds, 0 where unknown (also `tenant, app, user, namespace, pod`). `idle`:
 *   seconds since the device was last used. `place`: 1, by `cluster, node, pool, rack`.
 * - `holders`: `held`, over time and as series: the part of a device that a holder has, by `cluster, node, gpu,
 *   gpu_instance, tenant, app, user, namespace, pod, container`.
 */
export interface OwnPanel extends PanelBase {
  readonly kind: OwnKind;
  /** What a stock Grafana shows in its place; the app shows the panel and none of these. */
  readonly plain: readonly StockPanel[];
}

/** A panel as data: what it asks and how it is to be read, nothing of any one dashboard format. */
export type PanelSpec = StockPanel | OwnPanel;

export const isOwn = (panel: PanelSpec): panel is OwnPanel =>
  OWN_KINDS.some((kind) => kind === panel.kind);

/** What a stock Grafana shows of a panel. */
export const plainOf = (panel: PanelSpec): readonly StockPanel[] =>
  isOwn(panel) ? panel.plain : [panel];
