import type { FieldFilter } from '@gpuscope/aggregation/logs';
import type { RowLevel } from '../../panels/lines/row.js';
import { ROW_LEVELS } from '../../panels/lines/levels.js';
import type { ChosenName, LogsState } from './state.js';
import { CHOICE_NAMES, chosenOf, withChosen } from './state.js';

/** Names of a line's labels for which the page has a list. */
const LISTED: ReadonlyMap<string, ChosenName> = new Map([
  ...CHOICE_NAMES.map((name) => [name, name] as const),
  ['host', 'node'],
]);

const isLevel = (text: string): text is RowLevel => ROW_LEVELS.some((level) => level === text);

const quoted = (text: string): string => `"${text.replace(/["\\]/gu, '\\$&')}"`;

function withFilter(state: LogsState, { name, op, values }: FieldFilter): LogsState {
  const others = state.filters.filter((filter) => filter.name !== name || filter.op !== op);
  const before = state.filters.find((filter) => filter.name === name && filter.op === op);
  // One of several values may not be in a line; the same value twice says nothing new.
  const all = op === '!=' ? [...new Set([...(before?.values ?? []), ...values])] : values;
  return { ...state, filters: [...others, { name, op, values: all }] };
}

/** The state with words that must or must not stand in a line. */
export function withWords(state: LogsState, text: string, isOut: boolean): LogsState {
  const word = `${isOut ? '-' : ''}${quoted(text)}`;
  return { ...state, words: [state.words.trim(), word].filter((part) => part !== '').join(' ') };
}

/**
 * The state narrowed to lines with this value of a label, or to those without it.
 *
 * @param isField whether the source can compare the label; what stands only in the line's words is looked for there
 */
export function narrowed(
  state: LogsState,
  [name, value]: readonly [name: string, value: string],
  { isOut, isField }: { readonly isOut: boolean; readonly isField: boolean },
): LogsState {
  const listed = LISTED.get(name);
  if (listed !== undefined && !isOut) return withChosen(state, listed, [value]);
  if (name === 'level' && isLevel(value) && !isOut) return { ...state, levels: [value] };
  if (listed === undefined && !isField) return withWords(state, value, isOut);
  return withFilter(state, { name, op: isOut ? '!=' : '=', values: [value] });
}

/** The state with a value chosen, or no longer. */
export function toggled(state: LogsState, name: ChosenName, value: string): LogsState {
  const chosen = chosenOf(state, name);
  const others = chosen.filter((one) => one !== value);
  return withChosen(state, name, others.length < chosen.length ? others : [...chosen, value]);
}
