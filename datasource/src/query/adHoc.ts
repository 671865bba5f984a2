import type { AdHocVariableFilter } from '@grafana/data';
import type { FieldFilter } from '@gpuscope/aggregation/logs';

/** Ad hoc filters as conditions on fields, and those whose operator a log store can't be asked exactly. */
export interface AdHocFilters {
  readonly filters: readonly FieldFilter[];
  readonly dropped: readonly AdHocVariableFilter[];
}

const OPERATORS: ReadonlyMap<string, '=' | '!='> = new Map([
  ['=', '='],
  ['!=', '!='],
  ['=|', '='],
  ['!=|', '!='],
]);

const valuesOf = ({ value, values }: AdHocVariableFilter): readonly string[] =>
  values !== undefined && values.length > 0 ? values : [value];

/** Half-made filters (no name, no value yet) ask nothing and are left out. */
export function fromAdHoc(adHoc: readonly AdHocVariableFilter[]): AdHocFilters {
  const filters: FieldFilter[] = [];
  const dropped: AdHocVariableFilter[] = [];
  for (const filter of adHoc) {
    const op = OPERATORS.get(filter.operator);
    const values = valuesOf(filter).filter((value) => value !== '');
    if (filter.key === '' || values.length === 0) continue;
    if (op === undefined) dropped.push(filter);
    else filters.push({ name: filter.key, op, values });
  }
  return { filters, dropped };
}
