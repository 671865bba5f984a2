import type { ScopedVars } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import type { FieldFilter, Selection } from '@gpuscope/aggregation/logs';
import { LIST_KEYS, NAME_OF_LIST, listOf, withList } from '../query/lists.js';
import { addValues } from '../query/words.js';
import type { LogsQuery } from '../types.js';

type Templates = Pick<TemplateSrv, 'replace'>;

/** A query without variables, and the names of what variables left without any value. */
export interface Interpolated {
  readonly query: LogsQuery;
  readonly emptied: readonly string[];
}

/** What a variable's "All" can stand for besides the list of its options: don't narrow. */
const EVERYTHING = new Set(['*', '.*', '$__all']);

const hasVariable = (text: string): boolean => /[$]|\[\[/.test(text);

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value])
    .filter((one) => one !== undefined && one !== null)
    .map((one) => String(one));

/** A text in parts: what is written, and the values of each variable that stands between. */
function partsOf(
  text: string,
  templates: Templates,
  scoped: ScopedVars,
): readonly (string | readonly string[])[] {
  const found: (readonly string[])[] = [];
  const mark = (value: unknown): string => `\u0000${found.push(textsOf(value)) - 1}\u0000`;
  // Odd parts are the marks: the index of the values that stand there.
  return templates
    .replace(text, scoped, mark)
    .split('\u0000')
    .map((part, index) => (index % 2 === 0 ? part : (found[Number(part)] ?? [])));
}

/** Every text that `text` stands for: a variable with several values, in the midst of it too, makes several. */
export function expand(text: string, templates: Templates, scoped: ScopedVars): readonly string[] {
  if (!hasVariable(text)) return [text];
  return partsOf(text, templates, scoped).reduce<readonly string[]>(
    (made, part) => {
      const next = typeof part === 'string' ? [part] : part;
      return made.flatMap((head) => next.map((tail) => head + tail));
    },
    [''],
  );
}

/** @returns undefined: doesn't narrow; empty: the variables in it have no value */
function expandList(
  values: readonly string[],
  templates: Templates,
  scoped: ScopedVars,
): readonly string[] | undefined {
  const expanded = values.flatMap((value) => {
    const texts = expand(value, templates, scoped);
    return hasVariable(value) ? texts.filter((text) => text !== '') : texts;
  });
  const isWide = values.some(hasVariable) && expanded.some((text) => EVERYTHING.has(text));
  return isWide ? undefined : [...new Set(expanded)];
}

const interpolateWords = (words: string, templates: Templates, scoped: ScopedVars): string =>
  hasVariable(words)
    ? partsOf(words, templates, scoped).reduce<string>(
        (made, part) => (typeof part === 'string' ? made + part : addValues(made, part)),
        '',
      )
    : words;

function interpolateFilters(
  filters: readonly FieldFilter[],
  templates: Templates,
  scoped: ScopedVars,
  emptied: string[],
): readonly FieldFilter[] {
  return filters.flatMap((filter) => {
    const name = templates.replace(filter.name, scoped);
    if (filter.values.length === 0) return [{ ...filter, name }];
    const values = expandList(filter.values, templates, scoped);
    if (values === undefined) return [];
    if (values.length === 0) emptied.push(name);
    return [{ ...filter, name, values }];
  });
}

/** A selection without variables; the names of what is left without any value are added to `emptied`. */
export function interpolateSelection(
  selection: Selection,
  templates: Templates,
  scoped: ScopedVars = {},
  emptied: string[] = [],
): Selection {
  let made: Selection = selection;
  for (const key of LIST_KEYS) {
    const saved = listOf(selection, key);
    if (saved.length === 0) continue;
    const values = expandList(saved, templates, scoped);
    if (values?.length === 0) emptied.push(NAME_OF_LIST[key]);
    made = withList(made, key, values ?? []);
  }
  const { words, lucene, filters } = selection;
  return {
    ...made,
    ...(words === undefined ? {} : { words: interpolateWords(words, templates, scoped) }),
    ...(lucene === undefined ? {} : { lucene: templates.replace(lucene, scoped, 'lucene') }),
    ...(filters === undefined
      ? {}
      : { filters: interpolateFilters(filters, templates, scoped, emptied) }),
  };
}

/**
 * Puts the values of dashboard variables into a query: into every list, filters, words, Lucene, columns and groups.
 * "All" is the list of a variable's options, as Grafana gives it; with the custom value `*` it doesn't narrow.
 */
export function interpolate(
  query: LogsQuery,
  templates: Templates,
  scoped: ScopedVars,
): Interpolated {
  const emptied: string[] = [];
  const names = (list: readonly string[]): readonly string[] =>
    list.flatMap((name) => expand(name, templates, scoped)).filter((name) => name !== '');
  const made: LogsQuery = {
    ...query,
    selection: interpolateSelection(query.selection, templates, scoped, emptied),
    ...(query.columns === undefined ? {} : { columns: names(query.columns) }),
    ...(query.by === undefined ? {} : { by: names(query.by) }),
  };
  return { query: made, emptied };
}
