/** A JSON object of which nothing is known yet. */
export type Json = Readonly<Record<string, unknown>>;

const NOTHING: Json = {};

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object, or an empty one: so that a missing part reads as its missing fields. */
export const objectOf = (value: unknown): Json => (isObject(value) ? value : NOTHING);

/** The text, or the empty string. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Seconds since the epoch of an RFC 3339 time; undefined when it is none. */
export function secondsOf(value: unknown): number | undefined {
  const ms = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(ms) ? undefined : ms / 1000;
}

/** A value of a wrong kind, for messages: short, and its kind where the value itself would not help. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isObject(value)) return 'an object';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
