import { filterText } from './filterText.js';
import type { LogsState } from './state.js';
import { CHOICE_NAMES, DEFAULT_STATE } from './state.js';

type Written = readonly (readonly [name: string, value: string])[];

const each = (name: string, values: readonly string[]): Written =>
  values.map((value) => [name, value] as const);

const unless = (isDefault: boolean, name: string, value: string): Written =>
  isDefault ? [] : [[name, value]];

const OWN = [
  'level',
  'words',
  'lucene',
  'filter',
  'without',
  'from',
  'to',
  'refresh',
  'columns',
  'wrap',
  'stacks',
  'lines',
  'tab',
  'field',
  'ctx',
  'live',
  ...CHOICE_NAMES.map((name) => `var-${name}`),
];

function written(state: LogsState): Written {
  return [
    ...each('from', [state.from]),
    ...each('to', [state.to]),
    ...CHOICE_NAMES.flatMap((name) => each(`var-${name}`, state.chosen[name] ?? [])),
    ...each('level', state.levels),
    ...unless(state.words === '', 'words', state.words),
    ...unless(state.lucene === '', 'lucene', state.lucene),
    ...each('filter', state.filters.map(filterText)),
    ...each('without', state.without),
    ...unless(state.refresh === '', 'refresh', state.refresh),
    ...each('columns', state.columns),
    ...unless(state.isWrapped, 'wrap', '0'),
    ...unless(state.isJoined, 'stacks', '0'),
    ...unless(state.limit === DEFAULT_STATE.limit, 'lines', String(state.limit)),
    ...unless(state.tab === DEFAULT_STATE.tab, 'tab', state.tab),
    ...each('field', state.fields),
    ...unless(state.context === '', 'ctx', state.context),
    ...unless(!state.isLive, 'live', '1'),
  ];
}

/** The state as an address, beside what others keep there (`kiosk`, `theme`, …). */
export function writeState(state: LogsState, others = new URLSearchParams()): URLSearchParams {
  const params = new URLSearchParams(others);
  for (const name of OWN) params.delete(name);
  for (const [name, value] of written(state)) params.append(name, value);
  return params;
}
