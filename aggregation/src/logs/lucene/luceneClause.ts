import type { Field, Layout } from '../layout.js';
import type { Clause } from '../search/clause.js';
import { all, any, EVERY, none } from '../search/clause.js';
import { wholeLineClause } from '../words/wholeLine.js';
import { exactTest, hasWildcard, isAnything, literal } from './exactTest.js';
import { levelTest } from './levelTest.js';
import { luceneFields } from './luceneField.js';
import type { Node, Value } from './node.js';
import type { LuceneOptions } from './options.js';
import { parseLucene } from './parse.js';
import { refuse } from './refuse.js';
import { textTest } from './textTest.js';
import { say } from '../../said/index.js';

type Test = Extract<Node, { kind: 'test' }>;

/** Messages kept as one term: a text stands anywhere in them. */
function inWholeMessage(field: string, { value, at }: Test, { dialect }: LuceneOptions): Clause {
  if (value.kind === 'phrase') return wholeLineClause(field, value.text, { dialect });
  if (value.kind === 'term' && !hasWildcard(value.segments)) {
    return wholeLineClause(field, literal(value.segments), { dialect });
  }
  return exactTest({ name: field, type: 'keyword' }, value, at);
}

function onMessage(field: Field, test: Test, options: LuceneOptions): Clause {
  const { text, exact, path, type } = field;
  if (text !== undefined) return textTest(text, test.value, test.at);
  if (exact !== undefined) return inWholeMessage(exact, test, options);
  return refuse(test.at, say('lucene.noMessageSearch', { field: path, type }));
}

interface Asked {
  readonly name: string;
  readonly field: Field;
  readonly test: Test;
}

function onField({ name, field, test }: Asked, layout: Layout, options: LuceneOptions): Clause {
  if (name === 'message') return onMessage(field, test, options);
  const { value, at } = test;
  const level = name === 'level' ? levelTest(layout, field, value) : undefined;
  if (level !== undefined) return level;
  const { exact, text, type, path } = field;
  if (exact !== undefined) return exactTest({ name: exact, type }, value, at);
  if (text !== undefined) return textTest(text, value, at);
  return refuse(at, say('lucene.noSearch', { field: path, type }));
}

/** `_exists_:pod` is `pod:*`. */
function existing(value: Value, at: number): string {
  if (value.kind === 'phrase') return value.text;
  if (value.kind === 'term' && !hasWildcard(value.segments)) return literal(value.segments);
  return refuse(at, say('lucene.existsNothing'));
}

const ANYTHING: Value = { kind: 'term', segments: [{ text: '*', isWildcard: true }] };

function ofTest(test: Test, layout: Layout, options: LuceneOptions): Clause {
  const { field, value, at } = test;
  if (field === '_exists_') {
    const name = existing(value, at);
    return ofTest({ ...test, field: name, value: ANYTHING }, layout, options);
  }
  const isEverything = field === undefined || field === '*';
  if (isEverything && isAnything(value)) return EVERY;
  const name = field ?? 'message';
  const fields = luceneFields(name, layout, options, at);
  return any(...fields.map((one) => onField({ name, field: one, test }, layout, options)));
}

function ofNode(node: Node, layout: Layout, options: LuceneOptions): Clause {
  switch (node.kind) {
    case 'and':
      return all(...node.parts.map((part) => ofNode(part, layout, options)));
    case 'or':
      return any(...node.parts.map((part) => ofNode(part, layout, options)));
    case 'not':
      return none(ofNode(node.part, layout, options));
    case 'test':
      return ofTest(node, layout, options);
  }
}

/**
 * An expert's Lucene as a clause on one layout's fields: terms and "phrases" of the message (whole words, any case;
 * `*` and `?` inside a word), and `name:value` where the name is a role (`pod`, `level`, …), `label.<key>` or a
 * field's own name and the value a whole value, a pattern with `*` and `?`, a range (`[a TO b]`, `{a TO b}`, `>=a`),
 * or `*` for anything. AND, OR, NOT (also `&&`, `||`, `!`, `+`, `-`) and parentheses, also `name:(a OR b)`; a blank is
 * an AND. Nothing of the text reaches the store but as a value.
 * @throws GpuscopeError QUERY_INVALID with the place for what can't be read or asked: regular expressions, fuzzy and
 * near searches, boosts, fields that no record has, values that a field can't hold.
 */
export function luceneClause(text: string, layout: Layout, options: LuceneOptions): Clause {
  const node = parseLucene(text);
  return node === undefined ? EVERY : ofNode(node, layout, options);
}
