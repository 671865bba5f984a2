import type { DataFrame, DataQueryError, PanelProps, TimeRange } from '@grafana/data';
import { dateTime, EventBusSrv, LoadingState } from '@grafana/data';

export interface Given<T> {
  readonly options: T;
  readonly series?: readonly DataFrame[];
  readonly state?: LoadingState;
  readonly errors?: readonly DataQueryError[];
  readonly width?: number;
  readonly height?: number;
  readonly range?: readonly [fromMs: number, toMs: number];
  readonly timeZone?: string;
}

const HOUR = 3_600_000;

const rangeOf = ([fromMs, toMs]: readonly [number, number]): TimeRange => {
  const [from, to] = [dateTime(fromMs), dateTime(toMs)];
  return { from, to, raw: { from, to } };
};

/** What Grafana hands to a panel. */
export function panelProps<T>(given: Given<T>): PanelProps<T> {
  const { options, series = [], state = LoadingState.Done, errors } = given;
  const timeRange = rangeOf(given.range ?? [0, 6 * HOUR]);
  return {
    id: 1,
    data: {
      state,
      series: [...series],
      timeRange,
      ...(errors === undefined ? {} : { errors: [...errors] }),
    },
    timeRange,
    timeZone: given.timeZone ?? 'utc',
    options,
    transparent: false,
    width: given.width ?? 400,
    height: given.height ?? 300,
    fieldConfig: { defaults: {}, overrides: [] },
    renderCounter: 0,
    title: '',
    eventBus: new EventBusSrv(),
    onOptionsChange: () => undefined,
    onFieldConfigChange: () => undefined,
    replaceVariables: (text) => text,
    onChangeTimeRange: () => undefined,
  };
}
