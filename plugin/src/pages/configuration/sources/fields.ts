import { t } from '@grafana/i18n';
import type { AppSettings } from '../../../settings/appSettings.js';
import { SOURCE_TYPES } from '../../../settings/useSources.js';

/** A choice of a data source. */
export interface SourceField {
  readonly key: Exclude<keyof AppSettings, 'prices'>;
  readonly types: readonly string[];
  readonly label: string;
  readonly description: string;
  /** What is taken where nothing is chosen. */
  readonly otherwise: string;
}

export const sourceFields = (): readonly SourceField[] => [
  {
    key: 'metricsUid',
    types: SOURCE_TYPES.metrics,
    label: t('config.sources.metrics', 'Metrics'),
    description: t('config.sources.metricsHelp', 'A Prometheus, or what speaks its language'),
    otherwise: t('config.sources.default', "Grafana's default, else the first"),
  },
  {
    key: 'logsUid',
    types: SOURCE_TYPES.logs,
    label: t('config.sources.logs', 'App logs'),
    description: t('config.sources.logsHelp', 'The log source that came with this app'),
    otherwise: t('config.sources.default', "Grafana's default, else the first"),
  },
  {
    key: 'eventsUid',
    types: SOURCE_TYPES.logs,
    label: t('config.sources.events', 'Kubernetes events'),
    description: t(
      'config.sources.eventsHelp',
      'A log source of its own, whose index holds events; without it pages show none',
    ),
    otherwise: t('config.sources.none', 'None'),
  },
  {
    key: 'tracesUid',
    types: SOURCE_TYPES.traces,
    label: t('config.sources.traces', 'Traces'),
    description: t(
      'config.sources.tracesHelp',
      'Tempo or Jaeger; without it pages show no requests and no call chains',
    ),
    otherwise: t('config.sources.none', 'None'),
  },
];
