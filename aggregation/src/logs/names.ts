import type { Said, SaidValue } from '../said/index.js';
import { say } from '../said/index.js';

const MOST_NAMED = 3;

/** The first few of many names, and how many more there are. */
export function few(names: readonly string[]): string | Said {
  const shown = names.slice(0, MOST_NAMED).join(', ');
  const more = names.length - MOST_NAMED;
  return more > 0 ? say('list.more', { names: shown, more }) : shown;
}

const joined =
  (id: 'list.or' | 'list.and') =>
  ([first = '', ...others]: readonly string[]): SaidValue =>
    others.length === 0 ? first : say(id, { one: first, other: joined(id)(others) });

/** One of several names: `a or b or c`. */
export const ored = joined('list.or');

/** Several names together: `a and b and c`. */
export const anded = joined('list.and');
