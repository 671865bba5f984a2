import type { Selection } from '@gpuscope/aggregation/logs';
import type { LogsVariableQuery } from '../types.js';

const texts = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.length > 0
    ? value.filter((one): one is string => typeof one === 'string')
    : undefined;

/** A saved variable in today's form; one that is typed as plain text (`pod`) asks for that name's values. */
export function upgradeVariableQuery(saved: unknown): LogsVariableQuery {
  const refId = 'variable';
  if (typeof saved === 'string') return { refId, name: saved.trim() };
  if (typeof saved !== 'object' || saved === null) return { refId, name: '' };
  const { name, apps, namespaces } = saved as Readonly<Record<string, unknown>>;
  const within = { apps: texts(apps), namespaces: texts(namespaces) };
  return {
    refId,
    name: typeof name === 'string' ? name : '',
    ...(within.apps === undefined ? {} : { apps: within.apps }),
    ...(within.namespaces === undefined ? {} : { namespaces: within.namespaces }),
  };
}

/** Within what a variable's values are looked for. */
export const selectionOf = ({ apps, namespaces }: LogsVariableQuery): Selection => ({
  ...(apps === undefined ? {} : { apps }),
  ...(namespaces === undefined ? {} : { namespaces }),
});
