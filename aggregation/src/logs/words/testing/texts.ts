import fc from 'fast-check';
import { tokensOf } from '../tokens.js';

/** Characters of every kind that the analyser tells apart and does the same in all its versions. */
const characters = [
  ...'abAB09_-./:;,\'"=|()[]{}<>@#$%&*+?!~^` \t',
  ...'éßİΣςЖ显存不足あアーｱ한ไทย０９。，：；（）『』',
  'e\u0301',
  '\u00ad',
  '\u001b[31m',
];

const chunks = [
  'java.lang.OutOfMemoryError',
  'CUDA_ERROR_OUT_OF_MEMORY',
  'user_id=42',
  '显存不足',
  '/v1/chat',
  '10.0.0.1',
  '12:30:05,123',
  '__init__',
  "don't",
  'a1.2b',
  '1,000;2',
  ' ',
];

const atoms = (extra: readonly string[] = []) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...characters, ...extra) },
    { weight: 2, arbitrary: fc.constantFrom(...chunks) },
  );

const joined = (atom: fc.Arbitrary<string>) =>
  fc
    .array(atom, { minLength: 1, maxLength: 14 })
    .map((parts) => parts.join(''))
    // An accent on an ideograph, which no log has, makes another word of it.
    .filter((line) => !tokensOf(line).classes.includes('HE'));

/** Texts like log lines, dense in signs. */
export const text = joined(atoms());

/** The same with characters that the analyser's versions treat differently. */
export const anyText = joined(atoms(['🚀', '👨‍👩‍👧', '🇨🇳', '1️⃣', '™', 'ˈ', '\u202f']));

/** A word that stands somewhere in a line, in another case now and then. */
export function partOf(line: string): fc.Arbitrary<string> {
  const characters = [...line];
  return fc
    .tuple(
      fc.nat(characters.length - 1),
      fc.integer({ min: 1, max: characters.length }),
      fc.constantFrom('same', 'upper', 'lower'),
    )
    .map(([start, length, letters]) => {
      const part = characters.slice(start, start + length).join('');
      if (letters === 'same') return part;
      return letters === 'upper' ? part.toUpperCase() : part.toLowerCase();
    });
}

/** A word as a user types it when every character of it is meant. */
export const quoted = (word: string) => `"${word.replace(/["\\]/gu, '\\$&')}"`;
