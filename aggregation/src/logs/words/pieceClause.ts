import type { Clause, IntervalRule, SpanClause } from '../search/clause.js';
import { all } from '../search/clause.js';
import { escapePattern } from './escapePattern.js';
import { asksIntervals, findsInside, type WordsOptions } from './options.js';
import type { Piece } from './pieces.js';

/** A beginning or an end so short is part of too many words to list them. */
const SHORT = 3;

/** One token of a piece, as it must stand in the index. */
interface Part {
  readonly token: string;
  readonly isOpenStart: boolean;
  readonly isOpenEnd: boolean;
}

const isOpen = ({ isOpenStart, isOpenEnd }: Part) => isOpenStart || isOpenEnd;

/** `*token*`, open where the part is. */
function patternOf({ token, isOpenStart, isOpenEnd }: Part): string {
  return `${isOpenStart ? '*' : ''}${escapePattern(token)}${isOpenEnd ? '*' : ''}`;
}

/** A part by itself: costs no limit, however many words of the index it is. */
function alone(field: string, part: Part): Clause {
  const { token, isOpenStart } = part;
  if (!isOpen(part)) return { match_phrase: { [field]: token } };
  if (!isOpenStart) return { prefix: { [field]: { value: token } } };
  return { wildcard: { [field]: { value: patternOf(part) } } };
}

function parts({ tokens, isOpenStart, isOpenEnd }: Piece, inside: boolean): readonly Part[] {
  return tokens.map((token, index) => ({
    token,
    isOpenStart: inside && isOpenStart && index === 0,
    isOpenEnd: isOpenEnd && index === tokens.length - 1,
  }));
}

function spans(field: string, sequence: readonly Part[]): Clause {
  const clauses: readonly SpanClause[] = sequence.map((part) =>
    isOpen(part)
      ? { span_multi: { match: alone(field, part) } }
      : { span_term: { [field]: part.token } },
  );
  return { span_near: { clauses, slop: 0, in_order: true } };
}

/** Never a prefix: Elasticsearch 7.17 finds no words by it that go on beyond ASCII. */
function interval(part: Part): IntervalRule {
  if (!isOpen(part)) return { match: { query: part.token, max_gaps: 0, ordered: true } };
  return { wildcard: { pattern: patternOf(part) } };
}

function intervals(field: string, sequence: readonly Part[], middle: string): Clause {
  const inner: readonly IntervalRule[] =
    middle === '' ? [] : [{ match: { query: middle, max_gaps: 0, ordered: true } }];
  const ends = [sequence.slice(0, 1), sequence.slice(-1)];
  const [first = [], last = []] = ends.map((part) => part.map(interval));
  return {
    intervals: {
      [field]: { all_of: { intervals: [...first, ...inner, ...last], max_gaps: 0, ordered: true } },
    },
  };
}

/** The whole tokens as a phrase, the open ends anywhere in the line. */
function loosely(field: string, sequence: readonly Part[]): Clause {
  const closed = sequence.filter((part) => !isOpen(part));
  const phrase = closed.map(({ token }) => token).join(' ');
  return all(
    ...sequence.filter(isOpen).map((part) => alone(field, part)),
    ...(closed.length === 0 ? [] : [{ match_phrase: { [field]: phrase } }]),
  );
}

/** Lines that have a piece's tokens one after the other; more where it must be asked loosely. */
export function pieceClause(field: string, piece: Piece, options: WordsOptions): Clause {
  const sequence = parts(piece, findsInside(options));
  const [only] = sequence;
  if (sequence.length === 1 && only !== undefined) return alone(field, only);
  if (!sequence.some(isOpen)) return { match_phrase: { [field]: piece.text } };
  const isShort = sequence.some((part) => isOpen(part) && [...part.token].length < SHORT);
  if (options.loose === true || isShort) return loosely(field, sequence);
  if (!asksIntervals(options)) return spans(field, sequence);
  return intervals(field, sequence, piece.middle);
}
