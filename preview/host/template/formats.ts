import { escapeRegex } from '@grafana/data';

/** One value or several, as a variable holds them. */
export type Held = string | readonly string[];

const each = (held: Held): readonly string[] => (typeof held === 'string' ? [held] : held);
const quoted = (mark: string, join: string) => (held: Held) =>
  each(held)
    .map((value) => `${mark}${value.replaceAll(mark, `\\${mark}`)}${mark}`)
    .join(join);

/** `a`, or `(a|b)`: what stands in a regular expression for either. */
function alternatives(held: Held): string {
  const escaped = each(held).map((value) => escapeRegex(value));
  return escaped.length === 1 ? (escaped[0] ?? '') : `(${escaped.join('|')})`;
}

const glob = (held: Held): string => {
  const values = each(held);
  return values.length > 1 ? `{${values.join(',')}}` : (values[0] ?? '');
};

type Format = (held: Held, name: string, argument?: string) => string;

/** Grafana's formats of a variable in a text, as in `${name:csv}`. */
export const FORMATS: Readonly<Record<string, Format>> = {
  glob,
  raw: (held) => each(held).join(','),
  csv: (held) => each(held).join(','),
  text: (held) => each(held).join(' + '),
  pipe: (held) => each(held).join('|'),
  regex: alternatives,
  json: (held) => JSON.stringify(held),
  singlequote: quoted("'", ','),
  doublequote: quoted('"', ','),
  sqlstring: (held) =>
    each(held)
      .map((value) => `'${value.replaceAll("'", "''")}'`)
      .join(','),
  percentencode: (held) => encodeURIComponent(glob(held)),
  queryparam: (held, name) =>
    each(held)
      .map((value) => `var-${name}=${encodeURIComponent(value)}`)
      .join('&'),
  date: (held, _, argument) => dateOf(each(held)[0] ?? '', argument),
};

function dateOf(value: string, form = 'iso'): string {
  if (form === 'seconds') return String(Math.round(Number(value) / 1000));
  return form === 'iso' ? new Date(Number(value)).toISOString() : value;
}
