import type { RowLevel } from '../../panels/lines/row.js';
import { ROW_LEVELS } from '../../panels/lines/levels.js';
import { readFilter } from './filterText.js';
import type { LogsState } from './state.js';
import { CHOICE_NAMES, DEFAULT_STATE, TABS } from './state.js';

/** More lines than this no list shows; a download does. */
export const MOST_LINES = 10_000;

/** `$__all` and an empty value don't narrow: links from boards carry them. */
const isValue = (text: string): boolean => text !== '' && text !== '$__all' && text !== 'All';

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

const isLevel = (text: string): text is RowLevel => ROW_LEVELS.some((level) => level === text);

function limitOf(text: string | null): number {
  const limit = Number(text);
  if (text === null || !Number.isInteger(limit) || limit < 1) return DEFAULT_STATE.limit;
  return Math.min(limit, MOST_LINES);
}

function choices(params: URLSearchParams): LogsState['chosen'] {
  return Object.fromEntries(
    CHOICE_NAMES.flatMap((name) => {
      const values = unique(params.getAll(`var-${name}`).filter(isValue));
      return values.length === 0 ? [] : [[name, values]];
    }),
  );
}

/** What an address asks for; whatever it doesn't say, or says wrongly, is as it is by default. */
export function readState(params: URLSearchParams): LogsState {
  const text = (name: keyof typeof TEXTS): string => params.get(name) ?? TEXTS[name];
  return {
    chosen: choices(params),
    levels: ROW_LEVELS.filter((level) => params.getAll('level').filter(isLevel).includes(level)),
    words: text('words'),
    lucene: text('lucene'),
    filters: unique(params.getAll('filter')).flatMap((one) => readFilter(one) ?? []),
    without: unique(params.getAll('without').filter((one) => one !== '')),
    from: text('from') || DEFAULT_STATE.from,
    to: text('to') || DEFAULT_STATE.to,
    refresh: text('refresh'),
    columns: unique(params.getAll('columns').filter((one) => one !== '')),
    isWrapped: params.get('wrap') !== '0',
    isJoined: params.get('stacks') !== '0',
    limit: limitOf(params.get('lines')),
    tab: TABS.find((tab) => tab === params.get('tab')) ?? DEFAULT_STATE.tab,
    fields: unique(params.getAll('field').filter((one) => one !== '')),
    context: text('ctx'),
    isLive: params.get('live') === '1',
  };
}

const TEXTS = {
  words: DEFAULT_STATE.words,
  lucene: DEFAULT_STATE.lucene,
  from: DEFAULT_STATE.from,
  to: DEFAULT_STATE.to,
  refresh: DEFAULT_STATE.refresh,
  ctx: DEFAULT_STATE.context,
} as const;
