import { GpuscopeError } from '../../errors.js';
import type { Bound, Node, Value } from './node.js';
import { plain, Reader } from './reader.js';
import { refuse } from './refuse.js';
import { say } from '../../said/index.js';

export const LUCENE_MAX_CHARS = 4000;
/** How deep parentheses may stand in each other. */
export const LUCENE_MAX_DEPTH = 20;
export const LUCENE_MAX_TERMS = 200;

interface State {
  readonly reader: Reader;
  /** The field whose parentheses we are in. */
  readonly field: string | undefined;
  readonly depth: number;
  readonly count: { terms: number };
}

const joined = (kind: 'and' | 'or', parts: readonly Node[]): Node =>
  parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind, parts };

function anyOf(state: State): Node {
  const parts = [allOf(state)];
  while (state.reader.isWord('OR', '||')) {
    state.reader.take();
    parts.push(allOf(state));
  }
  return joined('or', parts);
}

function allOf(state: State): Node {
  const { reader } = state;
  const parts = [oneOf(state)];
  for (;;) {
    if (reader.isWord('AND', '&&')) reader.take();
    else if (reader.peek().kind === 'end' || reader.isWord('OR', '||', ')')) break;
    parts.push(oneOf(state));
  }
  return joined('and', parts);
}

function oneOf(state: State): Node {
  const { reader, depth } = state;
  const { at } = reader.peek();
  if (depth > LUCENE_MAX_DEPTH) {
    refuse(at, say('lucene.tooDeep', { most: LUCENE_MAX_DEPTH }));
  }
  const deeper = { ...state, depth: depth + 1 };
  if (reader.isWord('NOT', '!', '-')) {
    reader.take();
    return { kind: 'not', part: oneOf(deeper) };
  }
  if (reader.isSign('+')) {
    reader.take();
    return oneOf(deeper);
  }
  return reader.isSign('(') ? group(deeper) : test(deeper);
}

function group(state: State): Node {
  state.reader.take();
  const inner = anyOf(state);
  state.reader.expect('")"', ')');
  return inner;
}

function countTerm({ count }: State, at: number): void {
  count.terms += 1;
  if (count.terms > LUCENE_MAX_TERMS) refuse(at, say('lucene.tooMany', { most: LUCENE_MAX_TERMS }));
}

function fieldName({ reader, field }: State): string | undefined {
  const colon = reader.peek(1);
  if (colon.kind !== 'sign' || colon.text !== ':') return undefined;
  const lexeme = reader.peek();
  if (lexeme.kind === 'sign') return undefined;
  if (field !== undefined) {
    refuse(lexeme.at, say('lucene.fieldInside', { field }));
  }
  reader.take();
  reader.take();
  if (lexeme.kind === 'phrase') return lexeme.text;
  return lexeme.kind === 'term' ? lexeme.segments.map(({ text }) => text).join('') : undefined;
}

function test(state: State): Node {
  const { reader } = state;
  const { at } = reader.peek();
  const field = fieldName(state);
  if (field !== undefined && reader.isSign('(')) return group({ ...state, field });
  countTerm(state, at);
  const value = valueOf(reader, field ?? state.field);
  const name = field ?? state.field;
  return name === undefined
    ? { kind: 'test', value, at }
    : { kind: 'test', field: name, value, at };
}

function valueOf(reader: Reader, field: string | undefined): Value {
  if (field !== undefined) {
    if (reader.isSign('>', '>=', '<', '<=')) return comparison(reader);
    if (reader.isSign('-')) return negative(reader);
  }
  if (reader.isSign('[', '{')) return range(reader);
  const lexeme = reader.take();
  if (lexeme.kind === 'phrase') return { kind: 'phrase', text: lexeme.text };
  if (lexeme.kind === 'sign') {
    refuse(lexeme.at, say('lucene.signForWord', { sign: lexeme.text }));
  }
  if (lexeme.kind === 'end') refuse(lexeme.at, say('lucene.ends'));
  if (['AND', 'OR'].includes(plain(lexeme))) {
    refuse(lexeme.at, say('lucene.operatorForWord', { word: plain(lexeme) }));
  }
  return { kind: 'term', segments: lexeme.segments };
}

/** A number below zero. */
function negative(reader: Reader): Value {
  reader.take();
  const lexeme = reader.take();
  const text = plain(lexeme);
  if (!/^\d/u.test(text)) refuse(lexeme.at, say('lucene.numberMissing'));
  return { kind: 'term', segments: [{ text: `-${text}`, isWildcard: false }] };
}

function boundText(reader: Reader): string | undefined {
  const isNegative = reader.isSign('-');
  if (isNegative) reader.take();
  const lexeme = reader.take();
  if (lexeme.kind === 'phrase') return lexeme.text;
  if (lexeme.kind === 'term') {
    const text = lexeme.segments.map((segment) => segment.text).join('');
    if (text === '*') return undefined;
    if (text !== 'TO') return timeText(reader, `${isNegative ? '-' : ''}${text}`);
  }
  return refuse(lexeme.at, say('lucene.rangeEnds'));
}

/** A time has colons that need no quotes inside a range. */
function timeText(reader: Reader, begin: string): string {
  let text = begin;
  while (reader.isSign(':')) {
    reader.take();
    text += `:${plain(reader.take())}`;
  }
  return text;
}

function range(reader: Reader): Value {
  const open = reader.expect('"["', '[', '{');
  const from = boundText(reader);
  if (plain(reader.peek()) !== 'TO') refuse(reader.peek().at, say('lucene.toMissing'));
  reader.take();
  const to = boundText(reader);
  const close = reader.expect('"]"', ']', '}');
  return rangeOf(
    from === undefined ? undefined : { value: from, isInclusive: open.text === '[' },
    to === undefined ? undefined : { value: to, isInclusive: close.text === ']' },
  );
}

function rangeOf(from: Bound | undefined, to: Bound | undefined): Value {
  return {
    kind: 'range',
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

function comparison(reader: Reader): Value {
  const sign = reader.expect(say('lucene.comparison'), '>', '>=', '<', '<=');
  const value = boundText(reader);
  if (value === undefined) refuse(sign.at, say('lucene.valueMissing', { sign: sign.text }));
  const bound = { value, isInclusive: sign.text.endsWith('=') };
  return sign.text.startsWith('>') ? rangeOf(bound, undefined) : rangeOf(undefined, bound);
}

/**
 * Reads Lucene's query language: NOT binds closer than AND, AND closer than OR; a blank is an AND. What is empty
 * reads as undefined.
 * @throws GpuscopeError QUERY_INVALID with the place.
 */
export function parseLucene(text: string): Node | undefined {
  if (text.length > LUCENE_MAX_CHARS) {
    throw new GpuscopeError(
      'QUERY_INVALID',
      say('lucene.tooLong', { chars: text.length, most: LUCENE_MAX_CHARS }),
    );
  }
  const reader = new Reader(text);
  if (reader.peek().kind === 'end') return undefined;
  const node = anyOf({ reader, field: undefined, depth: 0, count: { terms: 0 } });
  const rest = reader.peek();
  if (rest.kind !== 'end') refuse(rest.at, say('lucene.neverOpened'));
  return node;
}
