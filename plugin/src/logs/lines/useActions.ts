import { useMemo } from 'react';
import type { LineActions } from '../../panels/lines/actions.js';
import type { LogRow } from '../../panels/lines/row.js';
import { useValues } from '../source/useValues.js';
import { narrowed } from '../state/filter.js';
import type { LogsState } from '../state/state.js';
import { withChosen } from '../state/state.js';
import { useLogs } from '../state/useLogs.js';

const ORIGIN = ['cluster', 'namespace', 'pod'] as const;

/** The state narrowed to the pod of a line. */
const onlyPod = (state: LogsState, { labels }: LogRow): LogsState =>
  ORIGIN.reduce((made, name) => {
    const value = labels[name] ?? '';
    return value === '' ? made : withChosen(made, name, [value]);
  }, state);

/** What a line's details offer on the page. */
export function useActions(): LineActions {
  const { selection, range, about, change } = useLogs();
  const { value: fields } = useValues({ selection, range });
  return useMemo(() => {
    const known = new Set([
      ...(about?.roles ?? []),
      ...(fields?.values ?? []).map(({ text }) => text),
    ]);
    return {
      onFilter: (name, value, isOut) =>
        change((before) => narrowed(before, [name, value], { isOut, isField: known.has(name) })),
      onContext: ({ id }) => change((before) => ({ ...before, context: id })),
      onPod: (row) => change((before) => onlyPod(before, row)),
      onColumn: (name) =>
        change((before) => ({ ...before, columns: [...new Set([...before.columns, name])] })),
    };
  }, [about, fields, change]);
}
