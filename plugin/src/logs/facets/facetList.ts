import { t } from '@grafana/i18n';
import type { AboutAnswer } from '@gpuscope/datasource/shared';
import type { ChosenName, LogsState } from '../state/state.js';
import { chosenOf } from '../state/state.js';

/** A list's name in the reader's words. */
export function facetTitle(name: ChosenName): string {
  switch (name) {
    case 'cluster':
      return t('logs.facet.cluster', 'Clusters');
    case 'tenant':
      return t('logs.facet.tenant', 'Tenants');
    case 'app':
      return t('logs.facet.app', 'Apps');
    case 'user':
      return t('logs.facet.user', 'Users');
    case 'namespace':
      return t('logs.facet.namespace', 'Namespaces');
    case 'pod':
      return t('logs.facet.pod', 'Pods');
    case 'container':
      return t('logs.facet.container', 'Containers');
    case 'node':
      return t('logs.facet.node', 'Nodes and machines');
  }
}

/** The name that the source knows a list by. */
export const sourceName = (name: ChosenName): string => (name === 'node' ? 'host' : name);

/** From the whole to its parts. */
const ORDER: readonly ChosenName[] = [
  'cluster',
  'tenant',
  'app',
  'namespace',
  'pod',
  'container',
  'node',
  'user',
];

/** Clusters and tenants are worth choosing from only for who sees several. */
function isWorthIt(name: ChosenName, state: LogsState, about: AboutAnswer | undefined): boolean {
  if (name !== 'cluster' && name !== 'tenant') return true;
  if (chosenOf(state, name).length > 0) return true;
  if (about === undefined) return false;
  return about.seesEverything || (name === 'tenant' && about.tenants.length > 1);
}

/** The lists of the page, and which of them stand open: apps, then the parts of the app that is chosen. */
export function facetsOf(
  state: LogsState,
  about: AboutAnswer | undefined,
): readonly { readonly name: ChosenName; readonly isOpen: boolean }[] {
  const hasApp = chosenOf(state, 'app').length > 0;
  const parts: readonly ChosenName[] = ['pod', 'container'];
  return ORDER.filter((name) => isWorthIt(name, state, about)).map((name) => ({
    name,
    isOpen: name === 'app' || chosenOf(state, name).length > 0 || (hasApp && parts.includes(name)),
  }));
}
