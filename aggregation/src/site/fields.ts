import { z } from 'zod';
import { didYouMean } from './suggest.js';

/** What is allowed, for a message; may depend on what was written. */
export type Allowed = string | ((value: unknown) => string);

/** A field read by a function that answers undefined for what is not allowed. */
export function field<T>(allowed: Allowed, read: (value: unknown) => T | undefined) {
  return z.unknown().transform((value, context): T => {
    const result = value === null ? undefined : read(value);
    if (result !== undefined) return result;
    const what = typeof allowed === 'string' ? allowed : allowed(value);
    const verb =
      value === undefined
        ? 'is missing; it must be'
        : value === null
          ? 'is empty; it must be'
          : 'must be';
    context.issues.push({ code: 'custom', message: `${verb} ${what}`, input: value });
    return z.NEVER;
  });
}

/** A field that holds text; `read` narrows it further. */
export function text<T = string>(allowed: string, read: (value: string) => T | undefined) {
  const quote = (value: unknown) =>
    (typeof value === 'number' || typeof value === 'boolean') && read(String(value)) !== undefined
      ? `${allowed} (put it in quotes)`
      : allowed;
  return field(quote, (value) => (typeof value === 'string' ? read(value) : undefined));
}

/** Text that is not blank. */
export function someText(allowed: string) {
  return text(allowed, (value) => (value.trim() === '' ? undefined : value));
}

/** A path of a file; its content is read later, by the program that needs it. */
export const filePath = someText('the path of a file');

/** A whole number; digits as text are fine, as the environment gives nothing else. */
export function wholeNumber(allowed: string, min: number, max: number) {
  return field(allowed, (value) => {
    const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
    return typeof number === 'number' && Number.isInteger(number) && number >= min && number <= max
      ? number
      : undefined;
  });
}

/** true or false; the words as text are fine, as the environment gives nothing else. */
export const yesOrNo = field('true or false', (value) => {
  if (value === 'true' || value === 'false') return value === 'true';
  return typeof value === 'boolean' ? value : undefined;
});

/** One of a few words. */
export function word<W extends string>(words: readonly W[]) {
  const allowed = (value: unknown) =>
    `one of ${words.join(', ')}${typeof value === 'string' ? didYouMean(value, words) : ''}`;
  return field(allowed, (value) => words.find((known) => known === value));
}

/** What an unknown key is told. */
function unknownKey(key: string, keys: readonly string[]): string {
  return `is not a key that is known here${didYouMean(key, keys)}; allowed: ${keys.join(', ')}`;
}

/** A mapping with these keys and no others. Each unknown key is a line of the issue's message. */
export function mapping<Shape extends z.ZodRawShape>(shape: Shape) {
  const keys = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownKey(key, keys)).join('\n')
        : `must be a mapping with the keys ${keys.join(', ')}`,
  });
}

/** A list; `allowed` names what it holds, in the plural. */
export function list<T extends z.ZodType>(allowed: string, item: T) {
  return z.array(item, { error: `must be a list of ${allowed}` });
}

/** A key that is designed and not built yet: nobody must believe that it works. */
export const notYet = field(
  'left out: it is not built yet',
  (): undefined => undefined,
).exactOptional();
