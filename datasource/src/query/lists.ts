import type { Selection } from '@gpuscope/aggregation/logs';
import { omit } from './omit.js';

/** The lists of a selection that hold names. */
export type ListKey =
  | 'clusters'
  | 'tenants'
  | 'apps'
  | 'users'
  | 'namespaces'
  | 'pods'
  | 'containers'
  | 'hosts'
  | 'units'
  | 'levels';

/** Which list of a selection narrows which name; `node` and `host` are one list. */
export const LIST_OF_NAME: ReadonlyMap<string, ListKey> = new Map([
  ['cluster', 'clusters'],
  ['tenant', 'tenants'],
  ['app', 'apps'],
  ['user', 'users'],
  ['namespace', 'namespaces'],
  ['pod', 'pods'],
  ['container', 'containers'],
  ['host', 'hosts'],
  ['node', 'hosts'],
  ['unit', 'units'],
  ['level', 'levels'],
]);

/** The name that users see for a list. */
export const NAME_OF_LIST: Readonly<Record<ListKey, string>> = {
  clusters: 'cluster',
  tenants: 'tenant',
  apps: 'app',
  users: 'user',
  namespaces: 'namespace',
  pods: 'pod',
  containers: 'container',
  hosts: 'host',
  units: 'unit',
  levels: 'level',
};

export const LIST_KEYS = Object.keys(NAME_OF_LIST).filter(
  (key): key is ListKey => key in NAME_OF_LIST,
);

/** A list of a selection, empty where it is absent. */
export const listOf = (selection: Selection, key: ListKey): readonly string[] =>
  selection[key] ?? [];

/** The selection with one list replaced; an empty list is left out, so that saved queries stay small. */
export function withList(selection: Selection, key: ListKey, values: readonly string[]): Selection {
  const rest = omit(selection, key);
  if (values.length === 0) return rest;
  // Levels are checked where they are read: a variable may stand among them.
  return { ...rest, [key]: [...values] };
}

/** What is offered to choose from before the fields of the lines, by everybody. */
export const COMMON_NAMES = [
  'app',
  'namespace',
  'pod',
  'container',
  'level',
  'host',
  'unit',
  'user',
] as const;

/** Worth choosing from only for who sees everything. */
export const OPERATORS_NAMES = ['tenant', 'cluster'] as const;
