import type { SaidValue } from '../said/index.js';
import { say } from '../said/index.js';

/** One of several names: `a or b or c`. */
export const ored = ([first = '', ...others]: readonly string[]): SaidValue =>
  others.length === 0 ? first : say('list.or', { one: first, other: ored(others) });
