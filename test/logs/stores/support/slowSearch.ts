import { createHash } from 'node:crypto';

/** Records over whose texts `slowSearch` takes a store some twenty seconds. */
export const slowRecords = (): readonly { readonly text: string }[] =>
  Array.from({ length: 40_000 }, (_, n) => ({
    text: createHash('sha512').update(String(n)).digest('hex'),
  }));

/** Patterns that must be held against every term, and that none of them fits. */
export function slowSearch(): Readonly<Record<string, unknown>> {
  const should = Array.from({ length: 1000 }, (_, n) => ({
    wildcard: { text: `*${n}*g*${n}*` },
  }));
  return { size: 0, query: { bool: { should } }, timeout: '120s' };
}
