import { z } from 'zod';
import { didYouMean } from './suggest.js';

/** What each kind reads: a table from the kind's name to its checker. */
export type Kinds<T> = Readonly<Record<string, z.ZodType<T>>>;

export interface KindsOptions {
  /** What the kinds are, in the singular: "source". */
  readonly what: string;
  /** Where it is not the singular with an s. */
  readonly plural?: string;
  /** Names that are designed and not built yet. */
  readonly planned?: readonly string[];
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A field that names one kind and what it needs: `{kind: {…}}`, or just `kind` where it needs nothing.
 * A new kind is one more line of the table.
 */
export function oneKind<T>(
  kinds: Kinds<T>,
  { what, plural = `${what}s`, planned = [] }: KindsOptions,
) {
  const known = Object.keys(kinds);
  const allowed = `known ${plural}: ${known.join(', ')}`;

  const complaint = (written: readonly string[]): string | undefined => {
    const [name] = written;
    if (name === undefined) return `must name one ${what}; ${allowed}`;
    if (written.length > 1)
      return `must name one ${what}, and names ${written.join(' and ')}; ${allowed}`;
    if (planned.includes(name))
      return `names the ${what} ${name}, which does not exist yet; ${allowed}`;
    if (!known.includes(name))
      return `names no known ${what}${didYouMean(name, known)}; ${allowed}`;
    return undefined;
  };

  return z.unknown().transform((value, context): T => {
    const wanted = typeof value === 'string' ? { [value]: {} } : value;
    const parts = isMapping(wanted) ? wanted : {};
    const written = Object.keys(parts);
    const wrong = complaint(written);
    const [name = ''] = written;
    const kind = kinds[name];
    if (wrong !== undefined || kind === undefined) {
      context.issues.push({ code: 'custom', message: wrong ?? allowed, input: value });
      return z.NEVER;
    }
    const result = kind.safeParse(parts[name]);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      context.issues.push({ ...issue, path: [name, ...issue.path], input: value } as never);
    }
    return z.NEVER;
  });
}
