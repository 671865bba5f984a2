import type { AppLogsQuery } from '@gpuscope/datasource/shared';

type Narrowing = 'cluster' | 'tenant' | 'app' | 'user';

const LIST = { cluster: 'clusters', tenant: 'tenants', app: 'apps', user: 'users' } as const;

const ALL: readonly Narrowing[] = ['cluster', 'tenant', 'app', 'user'];

/**
 * What a board asks to have the newest errors beside its graphs, of what its variables name; the data source fills
 * them in.
 *
 * @param names the variables that the board has: one that it lacks would stay as it is written
 */
export function errorsQuery(names: readonly Narrowing[] = ALL): AppLogsQuery {
  const lists: Partial<Record<(typeof LIST)[Narrowing], readonly string[]>> = {};
  for (const name of names) lists[LIST[name]] = [`$${name}`];
  return {
    refId: 'errors',
    version: 1,
    show: 'lines',
    selection: { ...lists, levels: ['critical', 'error'] },
    direction: 'newest',
    limit: 100,
    joinStacks: true,
  };
}
