import type { AppLogsQuery } from '@gpuscope/datasource/shared';

/** What a board asks to have the newest errors beside its graphs. Its variables are filled in by the data source. */
const ERRORS: AppLogsQuery = {
  refId: 'errors',
  version: 1,
  show: 'lines',
  selection: {
    clusters: ['$cluster'],
    tenants: ['$tenant'],
    apps: ['$app'],
    users: ['$user'],
    levels: ['critical', 'error'],
  },
  direction: 'newest',
  limit: 100,
  joinStacks: true,
};

type Narrowing = 'cluster' | 'tenant' | 'app' | 'user';

const LIST = { cluster: 'clusters', tenant: 'tenants', app: 'apps', user: 'users' } as const;

/**
 * The newest errors of what a board's variables name.
 *
 * @param names the variables that the board has; a list of one that it lacks would stay as it is written
 */
export function errorsQuery(
  names: readonly Narrowing[] = ['cluster', 'tenant', 'app', 'user'],
): AppLogsQuery {
  const lists = names.map((name) => [LIST[name], ERRORS.selection[LIST[name]]]);
  const { levels } = ERRORS.selection;
  return { ...ERRORS, selection: { ...Object.fromEntries(lists), levels } };
}
