import { MOMENT } from './links.js';

const ALL = '$__all';
/** Five minutes on either side: enough to see what led up to a peak. */
const AROUND = 5 * 60_000;

/** A template that is filled in → the address: choices of All are left out, a moment becomes a range around it. */
export function filledUrl(filled: string): string {
  const [path = '', query = ''] = filled.split('?', 2);
  const parameters = new URLSearchParams(query);
  // Between two samples a moment may fall between two milliseconds, which no address can say.
  const moment = Math.round(Number(parameters.get(MOMENT) ?? Number.NaN));
  parameters.delete(MOMENT);
  if (Number.isSafeInteger(moment) && moment > 0) {
    parameters.set('from', String(moment - AROUND));
    parameters.set('to', String(moment + AROUND));
  }
  const names = new Set([...parameters.keys()].filter((name) => name.startsWith('var-')));
  for (const name of names) {
    const values = parameters.getAll(name);
    // An empty choice and All say the same: no choice.
    if (values.includes(ALL) || values.every((value) => value === '')) parameters.delete(name);
  }
  const rest = parameters.toString();
  return rest === '' ? path : `${path}?${rest}`;
}
