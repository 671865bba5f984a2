import type { TimeRange } from '@grafana/data';
import type { ComboboxOption } from '@grafana/ui';
import { getTemplateSrv } from '@grafana/runtime';
import type { Selection } from '@gpuscope/aggregation/logs';
import { useCallback, useRef } from 'react';
import type { ValuesAnswer } from '../../shared/index.js';
import type { NameFinder, NamesRequest } from './finder.js';
import { failedOptions, optionsOf, variableOptions } from './options.js';

/** Rows of one list; more are found by typing. */
const ROWS = 100;

export type LoadOptions = (typed: string) => Promise<ComboboxOption<string>[]>;

export interface Within {
  readonly finder: NameFinder;
  readonly selection: Selection;
  readonly range: TimeRange | undefined;
}

const dashboardVariables = (): readonly string[] =>
  getTemplateSrv()
    .getVariables()
    .map(({ name }) => name);

/** A list that is asked for only when it is opened, and then anew for what is typed. */
function useLoader(ask: (request: NamesRequest) => Promise<ValuesAnswer>, within: Within) {
  // The same function for good: a new one would make the open list ask again at every drawing.
  const newest = useRef({ ask, within });
  newest.current = { ask, within };
  return useCallback<LoadOptions>(async (typed) => {
    const { ask: asked, within: at } = newest.current;
    const variables = variableOptions(dashboardVariables(), typed);
    if (typed.startsWith('$')) return variables;
    const request = { selection: at.selection, range: at.range, top: ROWS };
    try {
      const answer = await asked(typed === '' ? request : { ...request, prefix: typed });
      return [...optionsOf(answer), ...variables];
    } catch (error) {
      return [...failedOptions(error), ...variables];
    }
  }, []);
}

/** The values of one name, within what else is chosen. */
export const useValueOptions = (name: string, within: Within): LoadOptions =>
  useLoader((request) => within.finder.findValues(name, request), within);

/** The names of fields. */
export const useFieldOptions = (within: Within): LoadOptions =>
  useLoader(({ prefix = '', ...request }) => {
    const wanted = prefix.toLowerCase();
    return within.finder.findFields(request).then((answer) => ({
      ...answer,
      values: answer.values.filter(({ text }) => text.toLowerCase().includes(wanted)),
    }));
  }, within);
