import { t } from '@grafana/i18n';
import type { Sources } from '../../../settings/useSources.js';
import { Part } from '../Part.js';
import type { Finding } from './check.js';
import { CheckPart } from './CheckPart.js';
import { runHealthCheck } from './runHealth.js';
import { runMetricChecks } from './runMetrics.js';

const needed = (text: string, remedy: string): Finding => ({ state: 'error', text, remedy });
const missing = (text: string, remedy: string): Finding => ({ state: 'info', text, remedy });

const none = () => ({
  metrics: needed(
    t('config.checks.noMetricsSource', 'There is no Prometheus in this organisation'),
    t('config.checks.addMetricsSource', 'Add it under Connections, Data sources.'),
  ),
  logs: needed(
    t('config.checks.noLogsSource', 'There is no log source'),
    t(
      'config.checks.addLogsSource',
      'Add "gpuscope app logs" under Connections, Data sources; it came with this app.',
    ),
  ),
  events: missing(
    t(
      'config.checks.noEventsSource',
      'No events: pages say nothing of scheduling, images and restarts',
    ),
    t(
      'config.checks.addEventsSource',
      'Let a shipper write Kubernetes events into an index of their own, add a second "gpuscope app logs" on it, and choose it above.',
    ),
  ),
  traces: missing(
    t('config.checks.noTracesSource', 'No traces: pages show no request rates and no call chains'),
    t('config.checks.addTracesSource', 'Add a Tempo or Jaeger, and choose it above.'),
  ),
});

/** What is connected: green, or what is missing and the line to add. */
export function ChecksPart({ sources }: { readonly sources: Sources }) {
  const otherwise = none();
  const { metrics, logs, events, traces } = sources;
  return (
    <Part
      title={t('config.checks.title', 'What is connected')}
      description={t('config.checks.help', 'Each source is asked from here, as the pages ask it.')}
    >
      <CheckPart
        title={metrics?.name ?? t('config.sources.metrics', 'Metrics')}
        uid={metrics?.uid}
        none={otherwise.metrics}
        run={runMetricChecks}
      />
      <CheckPart
        title={logs?.name ?? t('config.sources.logs', 'App logs')}
        uid={logs?.uid}
        none={otherwise.logs}
        run={runHealthCheck}
      />
      <CheckPart
        title={events?.name ?? t('config.sources.events', 'Kubernetes events')}
        uid={events?.uid}
        none={otherwise.events}
        run={runHealthCheck}
      />
      <CheckPart
        title={traces?.name ?? t('config.sources.traces', 'Traces')}
        uid={traces?.uid}
        none={otherwise.traces}
        run={runHealthCheck}
      />
    </Part>
  );
}
