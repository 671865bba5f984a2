import type { z } from 'zod';

/** What was written, or all that is wrong with it: `<key> <what is wrong>`. */
export type Read<T> = { readonly value: T } | { readonly problems: readonly string[] };

/** Reads by a schema; keys whose value is undefined are left out. */
export function readBy<T>(schema: z.ZodType, value: unknown): Read<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: withoutAbsent(parsed.data) as T };
  return {
    problems: parsed.error.issues.map(({ path, message }) =>
      path.length === 0 ? message : `${path.join('.')} ${message}`,
    ),
  };
}

function withoutAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAbsent);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([key, part]) => [key, withoutAbsent(part)]),
  );
}
