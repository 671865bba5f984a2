import type { Clause, IntervalRule, SpanClause } from '../../search/clause.js';
import { fold } from '../fold.js';
import { tokensOf } from '../tokens.js';

/** One line in a store's index: `message` as words, `message.keyword` whole where it is not too long. */
export interface Indexed {
  readonly words: readonly string[];
  readonly whole: string | undefined;
}

/** As a mapping's `ignore_above` does it. */
const IGNORE_ABOVE = 24;

export function wordsOf(text: string): readonly string[] {
  const { characters, tokens } = tokensOf(text);
  return tokens.map(({ start, end }) => fold(characters.slice(start, end).join('')));
}

export const indexed = (line: string): Indexed => ({
  words: wordsOf(line),
  whole: line.length > IGNORE_ABOVE ? undefined : line,
});

/** Places in the line that a part takes: [start, end). */
type Place = readonly [number, number];

function fits(pattern: string, ignoresCase: boolean): (text: string) => boolean {
  const source = pattern.replace(
    /\\([\s\S])|[*?]|[\s\S]/gu,
    (found, escaped: string | undefined) => {
      if (found === '*') return '[\\s\\S]*';
      if (found === '?') return '[\\s\\S]';
      return (escaped ?? found).replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
    },
  );
  // Stores ignore the case of ASCII only; `iu` is close enough to it for the texts of these tests.
  const expression = new RegExp(`^(?:${source})$`, ignoresCase ? 'iu' : 'u');
  return (text) => expression.test(text);
}

const placesOf = (words: readonly string[], test: (word: string) => boolean): readonly Place[] =>
  words.flatMap((word, index) => (test(word) ? [[index, index + 1] as const] : []));

function inRow(rows: readonly (readonly Place[])[]): readonly Place[] {
  const [first = [], ...rest] = rows;
  return rest.reduce<readonly Place[]>(
    (found, next) =>
      found.flatMap(([start, end]) =>
        next.flatMap(([from, to]) => (from === end ? [[start, to] as const] : [])),
      ),
    first,
  );
}

const phrase = (words: readonly string[], text: string): readonly Place[] =>
  inRow(wordsOf(text).map((wanted) => placesOf(words, (word) => word === wanted)));

function spanPlaces(words: readonly string[], span: SpanClause): readonly Place[] {
  if ('span_term' in span) {
    const [wanted] = Object.values(span.span_term);
    return placesOf(words, (word) => word === wanted);
  }
  if ('span_near' in span) {
    return inRow(span.span_near.clauses.map((part) => spanPlaces(words, part)));
  }
  const { match } = span.span_multi;
  return placesOf(words, (word) => matches(match, { words: [word], whole: undefined }));
}

function intervalPlaces(words: readonly string[], rule: IntervalRule): readonly Place[] {
  if ('match' in rule) return phrase(words, rule.match.query);
  if ('wildcard' in rule) return placesOf(words, fits(rule.wildcard.pattern, false));
  return inRow(rule.all_of.intervals.map((part) => intervalPlaces(words, part)));
}

const hexadecimal = (sign: string) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`;

const only = <Value>(byField: Readonly<Record<string, Value>>): readonly [string, Value] => {
  const [entry] = Object.entries(byField);
  if (entry === undefined) throw new Error('a clause without a field');
  return entry;
};

const valuesOf = (field: string, { words, whole }: Indexed): readonly string[] => {
  if (field === 'message') return words;
  return whole === undefined ? [] : [whole];
};

/** What a store with this one line says to a clause. */
export function matches(clause: Clause, line: Indexed): boolean {
  if ('match_all' in clause) return true;
  if ('match_none' in clause) return false;
  if ('bool' in clause) {
    const { filter = [], should, must_not: mustNot = [] } = clause.bool;
    return (
      filter.every((part) => matches(part, line)) &&
      !mustNot.some((part) => matches(part, line)) &&
      (should === undefined || should.some((part) => matches(part, line)))
    );
  }
  if ('exists' in clause) return valuesOf(clause.exists.field, line).length > 0;
  if ('terms' in clause) {
    const [field, values] = only(clause.terms);
    return valuesOf(field, line).some((word) => values.includes(word));
  }
  if ('prefix' in clause) {
    const [field, { value }] = only(clause.prefix);
    return valuesOf(field, line).some((word) => word.startsWith(value));
  }
  if ('wildcard' in clause) {
    const [field, { value, case_insensitive: ignoresCase = false }] = only(clause.wildcard);
    return valuesOf(field, line).some(fits(value, ignoresCase));
  }
  if ('regexp' in clause) {
    const [field, { value }] = only(clause.regexp);
    // JavaScript knows no needless escapes; what is escaped is escaped alike.
    const source = value.replace(/\\([\s\S])/gu, (_, sign: string) => hexadecimal(sign));
    return valuesOf(field, line).some((word) => new RegExp(`^(?:${source})$`, 'su').test(word));
  }
  if ('match_phrase' in clause) return phrase(line.words, only(clause.match_phrase)[1]).length > 0;
  if ('intervals' in clause)
    return intervalPlaces(line.words, only(clause.intervals)[1]).length > 0;
  if ('span_near' in clause || 'span_term' in clause || 'span_multi' in clause) {
    return spanPlaces(line.words, clause).length > 0;
  }
  throw new Error(`the model knows no ${Object.keys(clause).join()}`);
}
