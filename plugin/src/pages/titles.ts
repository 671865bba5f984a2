import { t } from '@grafana/i18n';
import type { PageId } from '../links/pageUrl.js';

/** What a page is called. */
export function pageTitle(page: PageId): string {
  switch (page) {
    case 'overview':
      return t('nav.overview', 'Overview');
    case 'apps':
      return t('nav.apps', 'Apps');
    case 'app':
      return t('nav.app', 'App');
    case 'users':
      return t('nav.users', 'Users');
    case 'user':
      return t('nav.user', 'User');
    case 'nodes':
      return t('nav.nodes', 'Nodes');
    case 'node':
      return t('nav.node', 'Node');
    case 'waste':
      return t('nav.waste', 'Waste and capacity');
    case 'health':
      return t('nav.health', 'GPU health');
    case 'quota':
      return t('nav.quota', 'Quota');
    case 'exporter':
      return t('nav.exporter', 'Exporter');
    case 'logs':
      return t('nav.logs', 'Logs');
    case 'configuration':
      return t('nav.configuration', 'Configuration');
  }
}

/** What a page is about, by name; where nothing is chosen, about all there is. */
export function boardTitle(page: PageId, chosen: readonly string[]): string {
  if (chosen.length > 0) return chosen.join(', ');
  if (page === 'app') return t('nav.allApps', 'All apps');
  if (page === 'user') return t('nav.allUsers', 'All users');
  return pageTitle(page);
}
