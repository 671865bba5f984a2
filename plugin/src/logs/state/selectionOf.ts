import type { Selection } from '@gpuscope/aggregation/logs';
import { patternClause } from '../patterns/patternClause.js';
import type { ChosenName, LogsState } from './state.js';
import { CHOICE_NAMES } from './state.js';

type ListName =
  'clusters' | 'tenants' | 'apps' | 'users' | 'namespaces' | 'pods' | 'containers' | 'hosts';

/** Which list of a selection each name narrows. */
const LIST: Readonly<Record<ChosenName, ListName>> = {
  cluster: 'clusters',
  tenant: 'tenants',
  app: 'apps',
  user: 'users',
  namespace: 'namespaces',
  pod: 'pods',
  container: 'containers',
  node: 'hosts',
};

/** An expert's Lucene, and the patterns that are shut out. */
function luceneOf({ lucene, without }: LogsState): string {
  const shutOut = without.flatMap((pattern) => {
    const clause = patternClause(pattern);
    return clause === undefined ? [] : [`NOT ${clause}`];
  });
  const asked = lucene.trim();
  if (shutOut.length === 0) return asked;
  return [...(asked === '' ? [] : [`(${asked})`]), ...shutOut].join(' AND ');
}

/** Which lines the state asks for, as the data source wants it. */
export function selectionOf(state: LogsState): Selection {
  const lists = CHOICE_NAMES.flatMap((name) => {
    const values = state.chosen[name] ?? [];
    return values.length === 0 ? [] : [[LIST[name], [...values]]];
  });
  const lucene = luceneOf(state);
  return {
    ...(Object.fromEntries(lists) as Selection),
    ...(state.levels.length === 0 ? {} : { levels: [...state.levels] }),
    ...(state.words.trim() === '' ? {} : { words: state.words }),
    ...(lucene === '' ? {} : { lucene }),
    ...(state.filters.length === 0 ? {} : { filters: [...state.filters] }),
  };
}
