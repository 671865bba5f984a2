import type { FieldFilter } from '@gpuscope/aggregation/logs';
import { Skeleton } from '../../app/Skeleton.js';
import { useValues } from '../source/useValues.js';
import { selectionOf } from '../state/selectionOf.js';
import type { LogsState } from '../state/state.js';
import { useLogs } from '../state/useLogs.js';
import { Said } from './Said.js';
import { ValueList } from './ValueList.js';
import { withChosenFirst } from './NameFacet.js';

const ROWS = 20;

const isWanted = (filter: FieldFilter, name: string): boolean =>
  filter.name === name && filter.op === '=';

const without = (state: LogsState, name: string): LogsState => ({
  ...state,
  filters: state.filters.filter((filter) => !isWanted(filter, name)),
});

/** The state with a field's value chosen, or no longer. */
export function toggledValue(state: LogsState, name: string, value: string): LogsState {
  const chosen = state.filters.find((filter) => isWanted(filter, name))?.values ?? [];
  const values = chosen.includes(value)
    ? chosen.filter((one) => one !== value)
    : [...chosen, value];
  const rest = without(state, name);
  if (values.length === 0) return rest;
  return { ...rest, filters: [...rest.filters, { name, op: '=', values }] };
}

/** The values of a field, counted within all that is chosen besides. */
export function FieldValues({ name }: { readonly name: string }) {
  const { range, state, change } = useLogs();
  const selection = selectionOf(without(state, name));
  const { value, error } = useValues({ selection, range, name, top: ROWS });
  if (error !== undefined) return <Said text={error} />;
  if (value === undefined) return <Skeleton height={48} />;
  const chosen = state.filters.find((filter) => isWanted(filter, name))?.values ?? [];
  return (
    <ValueList
      title={name}
      values={withChosenFirst(value.values, chosen)}
      chosen={chosen}
      onToggle={(text) => change((before) => toggledValue(before, name, text))}
    />
  );
}
