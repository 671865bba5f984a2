import type { Said } from '../said/index.js';

/** A column; all columns of a table have as many values as it has rows. */
export type Column =
  | {
      readonly type: 'time';
      readonly name: string;
      /** Nanoseconds since the epoch; never null. */
      readonly values: BigInt64Array;
      readonly config?: ColumnConfig;
    }
  | {
      readonly type: 'string';
      readonly name: string;
      readonly values: readonly (string | null)[];
      readonly labels?: Readonly<Record<string, string>>;
      readonly config?: ColumnConfig;
    }
  | {
      readonly type: 'json';
      readonly name: string;
      /** JSON texts. */
      readonly values: readonly string[];
      readonly config?: ColumnConfig;
    }
  | {
      readonly type: 'number' | 'integer';
      readonly name: string;
      /** Float64 or Int64. */
      readonly values: readonly (number | null)[];
      readonly labels?: Readonly<Record<string, string>>;
      readonly config?: ColumnConfig;
    };

/** Grafana's field config: links, units, display names. */
export type ColumnConfig = Readonly<Record<string, unknown>>;

/** What Grafana shows beside a table's data. */
export interface Notice {
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: string;
  /** The text, for who reads another language. */
  readonly said?: Said;
}

/** Frame types of Grafana's data plane that we answer with. */
export type TableType =
  'log-lines' | 'timeseries-multi' | 'timeseries-long' | 'numeric-multi' | 'numeric-long' | 'table';

/** A table on its way to Grafana: becomes one data frame. */
export interface Table {
  readonly name: string;
  readonly type: TableType;
  readonly columns: readonly Column[];
  readonly notices: readonly Notice[];
  /** Grafana's `meta.custom`. */
  readonly custom?: Readonly<Record<string, unknown>>;
  readonly preferredVisualisation?: 'logs' | 'graph' | 'table';
}
