import type { Choice, UrlRange } from '../links/pageUrl.js';
import { APP_ROOT } from '../links/pageUrl.js';
import { readState } from './state/readState.js';
import type { LogsState } from './state/state.js';
import { writeState } from './state/writeState.js';

/** What a link to the page Logs may narrow it to. */
export interface LogsChoice extends Choice {
  readonly level?: string | readonly string[];
  readonly words?: string;
  /** A line's id: its neighbours are shown. */
  readonly context?: string;
}

const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : (value ?? []);

/**
 * The address of the page Logs, without the path below which Grafana itself is served.
 *
 * @param range left out: the last hour
 */
export function logsUrl(choice: LogsChoice = {}, range?: UrlRange): string {
  const { level, words = '', context = '', ...names } = choice;
  const params = new URLSearchParams(range === undefined ? {} : { ...range });
  for (const [name, value] of Object.entries(names))
    for (const one of listOf(value)) params.append(`var-${name}`, one);
  for (const one of listOf(level)) params.append('level', one);
  return stateUrl({ ...readState(params), words, context });
}

/** The address that shows exactly this. */
export const stateUrl = (state: LogsState): string =>
  `${APP_ROOT}/logs?${writeState(state).toString()}`;
