import { t } from '@grafana/i18n';
import type { FieldFilter, Selection } from '@gpuscope/aggregation/logs';
import type { LogsQuery } from '../types.js';
import { LIST_KEYS, NAME_OF_LIST, listOf } from './lists.js';

const filterText = ({ name, op, values }: FieldFilter): string => {
  if (op === 'exists' || op === 'missing') return `${name} ${op}`;
  return `${name}${op}${values.join(' | ')}`;
};

const plain = { interpolation: { escapeValue: false } };

function whatText(query: LogsQuery): string {
  const by = query.by ?? [];
  const ending =
    by.length === 0
      ? ''
      : ` ${t('display.by', 'by {{names}}', { names: by.join(', '), ...plain })}`;
  switch (query.show) {
    case 'lines':
      return query.direction === 'oldest'
        ? t('display.oldest', 'Oldest lines')
        : t('display.newest', 'Newest lines');
    case 'volume':
      return t('display.volume', 'Volume by level');
    case 'counts':
      return (
        (query.instant === true
          ? t('display.count', 'Count')
          : t('display.counts', 'Count over time')) + ending
      );
    case 'rates':
      return t('display.rates', 'Lines a second') + ending;
    case 'context':
      return t('display.context', 'Lines around one line');
  }
}

function whichText(selection: Selection): readonly string[] {
  const lists = LIST_KEYS.flatMap((key) => {
    const values = listOf(selection, key);
    return values.length === 0 ? [] : [`${NAME_OF_LIST[key]}=${values.join(' | ')}`];
  });
  const texts = [selection.words ?? '', selection.lucene ?? ''].filter((text) => text !== '');
  return [...lists, ...texts, ...(selection.filters ?? []).map(filterText)];
}

/** A query in one line: what, then which. */
export const displayText = (query: LogsQuery): string =>
  [whatText(query), ...whichText(query.selection)].join(' · ');
