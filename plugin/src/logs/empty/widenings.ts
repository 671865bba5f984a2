import type { TimeRange } from '@grafana/data';
import { t } from '@grafana/i18n';
import { selectionOf } from '../state/selectionOf.js';
import type { ChosenName, LogsState } from '../state/state.js';
import { CHOICE_NAMES, chosenOf, withChosen } from '../state/state.js';
import { facetTitle } from '../facets/facetList.js';
import { rangeJson } from '../time/timeRange.js';

/** A way to ask for more lines, and what the page would show then. */
export interface Widening {
  readonly id: string;
  /** What it does, in words. */
  readonly text: string;
  readonly state: LogsState;
}

const HOUR_MS = 60 * 60 * 1000;

/** Longer ranges, up to now. */
const RANGES = [
  { from: 'now-6h', ms: 6 * HOUR_MS },
  { from: 'now-24h', ms: 24 * HOUR_MS },
  { from: 'now-7d', ms: 7 * 24 * HOUR_MS },
] as const;

function rangeText(from: (typeof RANGES)[number]['from']): string {
  switch (from) {
    case 'now-6h':
      return t('logs.widen.6h', 'The last 6 hours');
    case 'now-24h':
      return t('logs.widen.24h', 'The last 24 hours');
    case 'now-7d':
      return t('logs.widen.7d', 'The last 7 days');
  }
}

function longer(state: LogsState, range: TimeRange, mostMs: number): readonly Widening[] {
  const { fromMs, toMs } = rangeJson(range);
  return RANGES.filter(({ ms }) => ms > toMs - fromMs && ms <= mostMs).map(({ from }) => ({
    id: from,
    text: rangeText(from),
    state: { ...state, from, to: 'now' },
  }));
}

const plain = { interpolation: { escapeValue: false } };

function withoutName(state: LogsState, name: ChosenName): readonly Widening[] {
  if (chosenOf(state, name).length === 0) return [];
  const text = t('logs.widen.name', 'All in “{{title}}”, not only {{values}}', {
    title: facetTitle(name),
    values: chosenOf(state, name).join(', '),
    ...plain,
  });
  return [{ id: name, text, state: withChosen(state, name, []) }];
}

/** Ways to drop one condition each. */
function fewer(state: LogsState): readonly Widening[] {
  const drops: readonly (readonly [string, boolean, string, Partial<LogsState>])[] = [
    ['words', state.words !== '', t('logs.widen.words', 'Without the words'), { words: '' }],
    ['levels', state.levels.length > 0, t('logs.widen.levels', 'All levels'), { levels: [] }],
    ['lucene', state.lucene !== '', t('logs.widen.lucene', 'Without Lucene'), { lucene: '' }],
    [
      'filters',
      state.filters.length > 0,
      t('logs.widen.filters', 'Without conditions on fields'),
      { filters: [] },
    ],
    [
      'without',
      state.without.length > 0,
      t('logs.widen.without', 'With the patterns that were left out'),
      { without: [] },
    ],
  ];
  const dropped = drops
    .filter(([, isChosen]) => isChosen)
    .map(([id, , text, part]) => ({ id, text, state: { ...state, ...part } }));
  return [...dropped, ...CHOICE_NAMES.flatMap((name) => withoutName(state, name))];
}

/** Where nothing was found: what would find more, one step each. */
export function wideningsOf(
  state: LogsState,
  range: TimeRange,
  mostMs = Infinity,
): readonly Widening[] {
  return [...fewer(state), ...longer(state, range, mostMs)];
}

/** Whether the state asks for all lines of its time. */
export const isUnnarrowed = (state: LogsState): boolean =>
  Object.keys(selectionOf(state)).length === 0;
