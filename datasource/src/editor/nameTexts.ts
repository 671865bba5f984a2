import { t } from '@grafana/i18n';
import type { ListKey } from '../query/lists.js';

/** What a name of the lines is called in the reader's language; a field's own name stays as it is. */
export function nameText(name: string): string {
  switch (name) {
    case 'cluster':
      return t('name.cluster', 'Cluster');
    case 'tenant':
      return t('name.tenant', 'Tenant');
    case 'app':
      return t('name.app', 'App');
    case 'user':
      return t('name.user', 'User');
    case 'namespace':
      return t('name.namespace', 'Namespace');
    case 'pod':
      return t('name.pod', 'Pod');
    case 'container':
      return t('name.container', 'Container');
    case 'host':
      return t('name.host', 'Node or machine');
    case 'unit':
      return t('name.unit', 'Unit');
    case 'level':
      return t('name.level', 'Level');
    default:
      return name;
  }
}

/** What stands in an empty list: everything that one may see. */
export function anyText(list: ListKey): string {
  switch (list) {
    case 'clusters':
      return t('any.cluster', 'All clusters');
    case 'tenants':
      return t('any.tenant', 'All tenants');
    case 'apps':
      return t('any.app', 'All apps');
    case 'users':
      return t('any.user', 'All users');
    case 'namespaces':
      return t('any.namespace', 'All namespaces');
    case 'pods':
      return t('any.pod', 'All pods');
    case 'containers':
      return t('any.container', 'All containers');
    case 'hosts':
      return t('any.host', 'All nodes and machines');
    case 'units':
      return t('any.unit', 'All units');
    case 'levels':
      return t('any.level', 'All levels');
  }
}

/** A level in the reader's language. */
export function levelText(level: string): string {
  switch (level) {
    case 'critical':
      return t('level.critical', 'Critical');
    case 'error':
      return t('level.error', 'Error');
    case 'warning':
      return t('level.warning', 'Warning');
    case 'info':
      return t('level.info', 'Info');
    case 'debug':
      return t('level.debug', 'Debug');
    case 'trace':
      return t('level.trace', 'Trace');
    case 'unknown':
      return t('level.unknown', 'Unknown');
    default:
      return level;
  }
}
