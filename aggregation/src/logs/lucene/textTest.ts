import type { Clause } from '../search/clause.js';
import { fold } from '../words/fold.js';
import { tokensOf } from '../words/tokens.js';
import { hasWildcard, isAnything, literal, patternOf } from './exactTest.js';
import type { Segment, Value } from './node.js';
import { refuse } from './refuse.js';
import { say } from '../../said/index.js';

function phrase(field: string, text: string, at: number): Clause {
  const { classes, tokens } = tokensOf(text);
  if (tokens.length === 0 && !classes.includes('U')) {
    refuse(at, say('lucene.onlySigns', { text: JSON.stringify(text.slice(0, 100)) }));
  }
  return { match_phrase: { [field]: text } };
}

function wildcard(field: string, segments: readonly Segment[], at: number): Clause {
  const texts = segments.filter(({ isWildcard }) => !isWildcard);
  // A letter for each wildcard: whatever it is, the text around must be one word.
  const { tokens, characters } = tokensOf(
    segments.map(({ text, isWildcard }) => (isWildcard ? 'a' : text)).join(''),
  );
  const [only] = tokens;
  const isOne = tokens.length === 1 && only?.start === 0 && only.end === characters.length;
  if (texts.length > 0 && !isOne) {
    refuse(at, say('lucene.wildcardInWord'));
  }
  return { wildcard: { [field]: { value: patternOf(segments, fold) } } };
}

/** What a query asks of a field that the store keeps as words; a term finds whole words, in any case. */
export function textTest(field: string, value: Value, at: number): Clause {
  if (isAnything(value)) return { exists: { field } };
  switch (value.kind) {
    case 'range':
      return refuse(at, say('lucene.wordsNoRanges', { field }));
    case 'phrase':
      return phrase(field, value.text, at);
    case 'term':
      return hasWildcard(value.segments)
        ? wildcard(field, value.segments, at)
        : phrase(field, literal(value.segments), at);
  }
}
