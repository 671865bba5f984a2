import fc from 'fast-check';
import { capsTable } from './fieldView.js';
import { resolveField, resolveMessage } from './resolveField.js';
import type { Mapping } from './testing.js';
import { capsOf } from './testing.js';

const viewOf = (...mappings: readonly Mapping[]) => {
  const caps = capsOf(Object.fromEntries(mappings.map((mapping, at) => [`i${at}`, mapping])));
  return capsTable(caps).viewOf(caps.indices);
};

const EXACT = [
  'keyword',
  'constant_keyword',
  'wildcard',
  'ip',
  'boolean',
  'long',
  'double',
  'date',
];
const TEXT = ['text', 'match_only_text', 'annotated_text', 'search_as_you_type'];

describe('resolveField', () => {
  it.each(EXACT)('asks a field of type %s as it is', (type) => {
    expect(resolveField('a.b', viewOf({ 'a.b': type }))).toEqual({
      path: 'a.b',
      exact: 'a.b',
      type,
    });
  });

  it.each(TEXT)('asks a field of type %s for words only', (type) => {
    expect(resolveField('a', viewOf({ a: type }))).toEqual({ path: 'a', text: 'a', type });
  });

  it.each(['keyword', 'raw', 'exact'])('asks a text by its sub-field %s', (name) => {
    const field = resolveField('a', viewOf({ a: 'text', [`a.${name}`]: 'keyword' }));
    expect(field).toEqual({ path: 'a', exact: `a.${name}`, text: 'a', type: 'keyword' });
  });

  it('does not take a sub-field of another kind for the whole text', () => {
    const view = viewOf({ a: 'text', 'a.english': 'text', 'a.length': 'long' });
    expect(resolveField('a', view)?.exact).toBeUndefined();
  });

  it('knows the text beside a keyword', () => {
    const view = viewOf({ a: 'keyword', 'a.text': 'match_only_text' });
    expect(resolveField('a', view)).toEqual({
      path: 'a',
      exact: 'a',
      text: 'a.text',
      type: 'keyword',
    });
  });

  it.each(['flattened', 'flat_object'])('asks a key inside a %s, not the map itself', (type) => {
    const view = viewOf({ 'a.map': type });
    expect(resolveField('a.map.x.y', view)).toEqual({
      path: 'a.map.x.y',
      exact: 'a.map.x.y',
      type,
    });
    expect(resolveField('a.map', view)?.exact).toBeUndefined();
  });

  it.each(['object', 'nested', 'passthrough'])('finds no field in an %s', (type) => {
    expect(resolveField('a', viewOf({ a: type, 'a.b': 'keyword' }))).toBeUndefined();
  });

  it('finds nothing where nothing is mapped', () => {
    expect(resolveField('a', viewOf({ b: 'keyword' }))).toBeUndefined();
  });

  it('has no exact form where indices differ, and names the types', () => {
    const field = resolveField('a', viewOf({ a: 'keyword' }, { a: 'long' }));
    expect(field).toEqual({ path: 'a', type: 'keyword and long' });
    expect(resolveField('a', viewOf({ a: 'keyword' }, { a: 'object' }))?.exact).toBeUndefined();
  });

  it('never asks a field that the mapping lacks', () => {
    const names = fc.constantFrom('a', 'a.b', 'a.b.c', 'a.keyword', 'a.b.keyword', 'd');
    const types = fc.constantFrom('text', 'keyword', 'object', 'flattened', 'long');
    const mappings = fc.array(fc.dictionary(names, types), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(mappings, names, (all, path) => {
        const view = viewOf(...all);
        const exact = resolveField(path, view)?.exact;
        if (exact === undefined) return;
        const parents = exact.split('.').map((_, at, steps) => steps.slice(0, at + 1).join('.'));
        const mapped = parents.flatMap((parent) => view.types(parent));
        expect(mapped.some((type) => type !== 'object')).toBe(true);
        expect(view.types(exact).length).toBeLessThan(2);
        expect(view.types(exact)).not.toContain('text');
      }),
    );
  });
});

describe('resolveMessage', () => {
  it.each<[string, Mapping, string | undefined, string | undefined]>([
    ['text', { log: 'text' }, undefined, 'log'],
    ['text with the usual keyword', { log: 'text', 'log.keyword': 'keyword' }, undefined, 'log'],
    ['text with a wildcard', { log: 'text', 'log.wildcard': 'wildcard' }, 'log.wildcard', 'log'],
    [
      'text with a wildcard that the store calls a keyword',
      { log: 'text', 'log.wildcard': 'keyword' },
      'log.wildcard',
      'log',
    ],
    [
      'text with a wildcard called keyword',
      { log: 'text', 'log.keyword': 'wildcard' },
      'log.keyword',
      'log',
    ],
    ['keyword', { log: 'keyword' }, 'log', undefined],
    ['wildcard', { log: 'wildcard' }, 'log', undefined],
    ['keyword with a text', { log: 'keyword', 'log.text': 'text' }, 'log', 'log.text'],
  ])('%s', (_, mapping, exact, text) => {
    const field = resolveMessage('log', viewOf(mapping));
    expect([field?.exact, field?.text]).toEqual([exact, text]);
  });
});
