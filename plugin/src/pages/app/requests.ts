import { t } from '@grafana/i18n';
import { Hint } from '../../scenes/Hint.js';
import { Section } from '../../scenes/Section.js';
import { sourcePanel } from '../../scenes/sourcePanel.js';
import type { Sources } from '../../settings/useSources.js';

const THIRD = { width: 8, height: 7 };
const WHOLE = { width: 24, height: 8 };

/** Spans that answer a caller; the name of the service is the app's, letter by letter: between backticks no escape is undone. */
const SERVED = 'resource.service.name=~`${app:regex}` && kind=server';

type Traces = NonNullable<Sources['traces']>;

const how = (): string =>
  t(
    'pages.requests.how',
    'Spans that answer a caller, of services named as the app, counted by Tempo.',
  );

const ifEmpty = (): string =>
  t(
    'pages.requests.empty',
    'Tempo knows no spans of a service of this name in this time range. The service’s name (service.name) must be the app’s.',
  );

const tempoPanel = (source: Traces, id: string, title: string, query: string, unit: string) =>
  sourcePanel({
    id,
    title,
    description: how(),
    ifEmpty: ifEmpty(),
    size: THIRD,
    source,
    pluginId: 'timeseries',
    query: { refId: id, queryType: 'traceql', metricsQueryType: 'range', query },
    unit,
  });

const tempo = (source: Traces) => [
  tempoPanel(
    source,
    'request-rate',
    t('pages.requests.rate', 'Requests'),
    `{${SERVED}} | rate()`,
    'reqps',
  ),
  tempoPanel(
    source,
    'request-errors',
    t('pages.requests.errors', 'Failed requests'),
    `{${SERVED} && status=error} | rate()`,
    'reqps',
  ),
  tempoPanel(
    source,
    'request-latency',
    t('pages.requests.latency', 'Latency: half and 95 of 100 are faster'),
    `{${SERVED}} | quantile_over_time(duration, .5, .95)`,
    's',
  ),
];

const jaeger = (source: Traces) => [
  sourcePanel({
    id: 'traces',
    title: t('pages.requests.traces', 'Newest traces'),
    description: t(
      'pages.requests.tracesHow',
      'Traces of the service named as the app; each opens as a call chain. Choose one app: Jaeger takes no list.',
    ),
    ifEmpty: t(
      'pages.requests.noTraces',
      'Jaeger knows no traces of a service of this name in this time range. Choose one app, whose name is the service’s.',
    ),
    size: WHOLE,
    source,
    pluginId: 'table',
    query: { refId: 'traces', queryType: 'search', service: '$app', limit: 20 },
  }),
];

const none = () => [
  new Hint({
    title: t('pages.requests.none', 'Requests, errors and latency'),
    size: { width: 24, height: 4 },
    text: t(
      'pages.requests.noSource',
      'For request rate, errors, latency and the call chain: have the app send OpenTelemetry traces to Tempo or Jaeger, add that as a data source, and choose it on the page Configuration.',
    ),
  }),
];

function panelsOf({ traces }: Sources) {
  if (traces === undefined) return none();
  return traces.type === 'tempo' ? tempo(traces) : jaeger(traces);
}

/** How the app answers its callers, from traces. */
export const requests = (sources: Sources): Section =>
  new Section({
    id: 'requests',
    title: t('pages.requests.title', 'How does it answer?'),
    panels: panelsOf(sources),
  });
