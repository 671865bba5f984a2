import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';

/** A query to Prometheus as boards and scenes write it. */
export interface PromQuery extends DataQuery {
  readonly expr: string;
  readonly range?: boolean;
  readonly instant?: boolean;
  readonly format?: 'time_series' | 'table';
  readonly legendFormat?: string;
  /** Smallest step, as in `1m`; may be a variable. */
  readonly interval?: string;
  readonly intervalFactor?: number;
  /** Annotations name their smallest step so. */
  readonly step?: string;
}

/** Settings of the source that matter here. */
export interface PromSettings extends DataSourceJsonData {
  /** How often Prometheus scrapes, as in `15s`. */
  readonly timeInterval?: string;
}

export const AUTO_LEGEND = '__auto';

/** A query that asks for neither asks for a range. */
export const wantsRange = ({ range, instant }: PromQuery): boolean =>
  range === true || instant !== true;

export const wantsInstant = ({ instant }: PromQuery): boolean => instant === true;
