import { useMemo } from 'react';
import type { DataSourceInstanceSettings } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import type { AppSettings } from './appSettings.js';
import { useSettings } from './settingsContext.js';

/** The kinds of data sources that pages ask, by their ids in Grafana. */
export const SOURCE_TYPES = {
  metrics: ['prometheus'],
  logs: ['gpuscope-logs-datasource'],
  traces: ['tempo', 'jaeger'],
} as const;

/** The data sources of the pages; undefined where there is none. */
export interface Sources {
  readonly metrics: DataSourceInstanceSettings | undefined;
  readonly logs: DataSourceInstanceSettings | undefined;
  /** Only what was chosen: nothing tells a log source with events from any other. */
  readonly events: DataSourceInstanceSettings | undefined;
  readonly traces: DataSourceInstanceSettings | undefined;
  /** Everything that could be chosen. */
  readonly all: readonly DataSourceInstanceSettings[];
}

type Of = readonly DataSourceInstanceSettings[];

const ofType = (all: Of, types: readonly string[]): Of =>
  all.filter(({ type }) => types.includes(type));

const chosen = (all: Of, uid: string | undefined): DataSourceInstanceSettings | undefined =>
  uid === undefined ? undefined : all.find((source) => source.uid === uid);

const standard = (all: Of): DataSourceInstanceSettings | undefined =>
  all.find(({ isDefault }) => isDefault) ?? all[0];

/** What the settings choose, else Grafana's default or the first; a choice that is gone counts as none. */
export function sourcesOf(all: Of, settings: AppSettings): Sources {
  const metrics = ofType(all, SOURCE_TYPES.metrics);
  const logs = ofType(all, SOURCE_TYPES.logs);
  const events = chosen(logs, settings.eventsUid);
  return {
    metrics: chosen(metrics, settings.metricsUid) ?? standard(metrics),
    logs: chosen(logs, settings.logsUid) ?? standard(logs.filter((source) => source !== events)),
    events,
    traces: chosen(ofType(all, SOURCE_TYPES.traces), settings.tracesUid),
    all,
  };
}

const TYPES: readonly string[] = Object.values(SOURCE_TYPES).flat();

export function useSources(): Sources {
  const { settings } = useSettings();
  return useMemo(() => {
    const all = getDataSourceSrv().getList({ filter: ({ type }) => TYPES.includes(type) });
    return sourcesOf(all, settings);
  }, [settings]);
}
