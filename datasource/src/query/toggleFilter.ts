import type { QueryFilterOptions, QueryFixAction, ToggleFilterAction } from '@grafana/data';
import type { FieldFilter, Selection } from '@gpuscope/aggregation/logs';
import type { LogsQuery } from '../types.js';
import { LIST_OF_NAME, listOf, withList } from './lists.js';
import { omit } from './omit.js';
import { markedWords } from './words.js';

/** The log frame's own names for what we call otherwise. */
const ALIASES: ReadonlyMap<string, string> = new Map([['severity', 'level']]);

const nameOf = (key: string): string => ALIASES.get(key) ?? key;

const filtersOf = (selection: Selection): readonly FieldFilter[] => selection.filters ?? [];

function withFilters(selection: Selection, filters: readonly FieldFilter[]): Selection {
  const rest = omit(selection, 'filters');
  return filters.length === 0 ? rest : { ...rest, filters };
}

const holds = (filter: FieldFilter, op: '=' | '!=', name: string, value: string): boolean =>
  filter.op === op && filter.name === name && filter.values.includes(value);

/** Takes one value out of the conditions with this operation; a condition left without values goes. */
function without(selection: Selection, op: '=' | '!=', name: string, value: string): Selection {
  const filters = filtersOf(selection).flatMap((filter) => {
    if (!holds(filter, op, name, value)) return [filter];
    const values = filter.values.filter((one) => one !== value);
    return values.length === 0 ? [] : [{ ...filter, values }];
  });
  const made = withFilters(selection, filters);
  const list = LIST_OF_NAME.get(name);
  if (op === '!=' || list === undefined) return made;
  return withList(
    made,
    list,
    listOf(made, list).filter((one) => one !== value),
  );
}

/** Only lines with this value: known names narrow the list that the editor shows for them. */
function only(selection: Selection, name: string, value: string): Selection {
  const list = LIST_OF_NAME.get(name);
  if (list !== undefined) return withList(selection, list, [...listOf(selection, list), value]);
  return withFilters(selection, [...filtersOf(selection), { name, op: '=', values: [value] }]);
}

/** Lines with this value no more; one condition per name holds all that is shut out. */
function not(selection: Selection, name: string, value: string): Selection {
  const filters = filtersOf(selection);
  const at = filters.findIndex((filter) => filter.op === '!=' && filter.name === name);
  if (at < 0) return withFilters(selection, [...filters, { name, op: '!=', values: [value] }]);
  return withFilters(
    selection,
    filters.map((filter, index) =>
      index === at ? { ...filter, values: [...filter.values, value] } : filter,
    ),
  );
}

const isOnly = (selection: Selection, name: string, value: string): boolean => {
  const list = LIST_OF_NAME.get(name);
  return (
    (list !== undefined && listOf(selection, list).includes(value)) ||
    filtersOf(selection).some((filter) => holds(filter, '=', name, value))
  );
};

const isOut = (selection: Selection, name: string, value: string): boolean =>
  filtersOf(selection).some((filter) => holds(filter, '!=', name, value));

/** Whether the query asks for lines with this value only. */
export function queryHasFilter(query: LogsQuery, { key, value }: QueryFilterOptions): boolean {
  if (key === undefined || value === undefined) return false;
  return isOnly(query.selection, nameOf(key), value);
}

/** Sets or takes away "only this" and "not this"; the one replaces the other. */
export function toggleQueryFilter(
  query: LogsQuery,
  { type, options }: ToggleFilterAction,
): LogsQuery {
  const { key, value } = options;
  if (key === undefined || value === undefined) return query;
  const name = nameOf(key);
  const { selection } = query;
  if (type === 'FILTER_FOR') {
    const bare = without(selection, '!=', name, value);
    const isSet = isOnly(selection, name, value);
    return {
      ...query,
      selection: isSet ? without(bare, '=', name, value) : only(bare, name, value),
    };
  }
  const bare = without(selection, '=', name, value);
  const isSet = isOut(selection, name, value);
  return {
    ...query,
    selection: isSet ? without(bare, '!=', name, value) : not(bare, name, value),
  };
}

function withWords(query: LogsQuery, words: string): LogsQuery {
  if (words === '') return query;
  const before = (query.selection.words ?? '').trim();
  return {
    ...query,
    selection: { ...query.selection, words: before === '' ? words : `${before} ${words}` },
  };
}

export const QUERY_MODIFICATIONS = [
  'ADD_FILTER',
  'ADD_FILTER_OUT',
  'ADD_STRING_FILTER',
  'ADD_STRING_FILTER_OUT',
] as const;

/** Explore's "only this", "not this", and the same with a marked piece of a line. Others change nothing. */
export function modifyQuery(query: LogsQuery, action: QueryFixAction): LogsQuery {
  const { key, value } = action.options ?? {};
  if (value === undefined) return query;
  if (action.type === 'ADD_STRING_FILTER') return withWords(query, markedWords(value, ''));
  if (action.type === 'ADD_STRING_FILTER_OUT') return withWords(query, markedWords(value, '-'));
  if (key === undefined) return query;
  const { selection } = query;
  const name = nameOf(key);
  if (action.type === 'ADD_FILTER' && !isOnly(selection, name, value)) {
    return { ...query, selection: only(without(selection, '!=', name, value), name, value) };
  }
  if (action.type === 'ADD_FILTER_OUT' && !isOut(selection, name, value)) {
    return { ...query, selection: not(without(selection, '=', name, value), name, value) };
  }
  return query;
}
