import { t } from '@grafana/i18n';
import { Hint } from '../../scenes/Hint.js';
import { Section } from '../../scenes/Section.js';
import { UrlLink } from '../../scenes/UrlLink.js';
import { linkTemplate } from '../../scenes/links.js';
import { sourcePanel } from '../../scenes/sourcePanel.js';
import { errorsQuery } from '../../logs/index.js';
import { LINES_PANEL_ID } from '../../panels/lines/index.js';
import type { Sources } from '../../settings/useSources.js';
import { eventsQuery } from './eventsQuery.js';

const HALF = { width: 12, height: 9 };

const NAMES = ['cluster', 'tenant', 'app', 'user'] as const;

const allLines = (): UrlLink =>
  new UrlLink({
    title: t('pages.says.allLines', 'All lines'),
    icon: 'gf-logs',
    template: linkTemplate(NAMES)({ to: 'logs', title: '', keep: ['tenant', 'app', 'user'] }),
  });

function errors({ logs }: Sources) {
  const title = t('pages.says.errors', 'Newest errors');
  if (logs === undefined)
    return new Hint({
      title,
      size: HALF,
      text: t(
        'pages.says.noLogs',
        'Grafana has no gpuscope app logs data source yet. Add one under Connections and choose it on the page Configuration: then the newest errors stand here.',
      ),
    });
  return sourcePanel({
    id: 'newest-errors',
    title,
    description: t(
      'pages.says.errorsHow',
      'The newest lines of levels error and critical of this selection, in the time range of the graphs.',
    ),
    ifEmpty: t(
      'pages.says.noErrors',
      'No line of level error or critical in this time range. “All lines” shows the others.',
    ),
    size: HALF,
    source: logs,
    pluginId: LINES_PANEL_ID,
    query: errorsQuery(NAMES),
    actions: [allLines()],
  });
}

function events({ events: source }: Sources) {
  const title = t('pages.says.events', 'Kubernetes events');
  if (source === undefined)
    return new Hint({
      title,
      size: HALF,
      text: t(
        'pages.says.noEvents',
        'Kubernetes forgets its events after an hour. To see scheduling, image and restart events here, write them to the log store (docs/logs tell how) and choose that source on the page Configuration.',
      ),
    });
  return sourcePanel({
    id: 'events',
    title,
    description: t(
      'pages.says.eventsHow',
      'What Kubernetes said of this selection’s pods: scheduling, images, restarts, evictions.',
    ),
    ifEmpty: t('pages.says.eventless', 'Kubernetes said nothing of these pods in this time range.'),
    size: HALF,
    source,
    pluginId: LINES_PANEL_ID,
    query: eventsQuery(NAMES),
  });
}

/** What an app’s pods, and Kubernetes of them, said in the time range of the graphs. */
export const says = (sources: Sources): Section =>
  new Section({
    id: 'says',
    title: t('pages.says.title', 'What does it say?'),
    panels: [errors(sources), events(sources)],
  });
