import type { Spelling } from '../shapes/index.js';

const SPELL: Readonly<Record<Spelling, (key: string) => string>> = {
  dotted: (key) => key,
  dedotted: (key) => key.replaceAll('.', '_'),
  underscores: (key) => key.replaceAll(/[./]/gu, '_'),
};

export const SPELLINGS = Object.keys(SPELL) as readonly Spelling[];

export const spell = (key: string, spelling: Spelling) => SPELL[spelling](key);

/** A domain before an underscore: what remains of `app.kubernetes.io/` when dots and slashes are replaced. */
const FLAT_DOMAIN = /_(?:io|com|org|net|dev|sh|cn)_/u;

/**
 * What a key that stands in a mapping tells of the spelling; nothing for keys that look the same in all. A label's
 * prefix is a domain, so an underscore before the slash was a dot.
 */
export function spellingOf(key: string): Spelling | undefined {
  const slash = key.indexOf('/');
  if (slash >= 0) return key.slice(0, slash).includes('_') ? 'dedotted' : 'dotted';
  if (key.includes('.')) return 'dotted';
  return FLAT_DOMAIN.test(key) ? 'underscores' : undefined;
}
