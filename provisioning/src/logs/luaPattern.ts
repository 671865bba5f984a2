import { RegExpParser, type AST } from '@eslint-community/regexpp';
import { luaValue, type LuaValue } from './luaValue.js';

class Unsupported extends Error {}

const LAST = 0x10ffff;
const MOST = 1_000_000;
const DIGITS = [[0x30, 0x39]] as const;
const WORD = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
] as const;
const SPACES = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
] as const;
const LINE_ENDS = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
] as const;

type Ranges = readonly (readonly [number, number])[];

/** All code points but these. */
function others(ranges: Ranges): Ranges {
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  const found: [number, number][] = [];
  let next = 0;
  for (const [from, to] of sorted) {
    if (from > next) found.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  if (next <= LAST) found.push([next, LAST]);
  return found;
}

const NAMED: Partial<Record<AST.CharacterSet['kind'], Ranges>> = {
  digit: DIGITS,
  word: WORD,
  space: SPACES,
};

function ofNamed(set: AST.CharacterSet): Ranges {
  if (set.kind === 'any') return others(LINE_ENDS);
  const ranges = NAMED[set.kind];
  if (ranges === undefined) throw new Unsupported();
  return 'negate' in set && set.negate ? others(ranges) : ranges;
}

function ofElement(element: AST.CharacterClass['elements'][number]): Ranges {
  if (element.type === 'Character') return [[element.value, element.value]];
  if (element.type === 'CharacterClassRange') return [[element.min.value, element.max.value]];
  if (element.type === 'CharacterSet') return ofNamed(element);
  throw new Unsupported();
}

const set = (ranges: Ranges, negated = false): LuaValue => ({ kind: 'set', negated, ranges });

const isText = (node: AST.Element): node is AST.Character => node.type === 'Character';

/** Characters in a row as one text, the other elements one by one. */
function inRow(elements: readonly AST.Element[]): LuaValue[] {
  const parts: LuaValue[] = [];
  let text = '';
  const end = (): void => {
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
  };
  for (const element of elements) {
    if (isText(element)) {
      text += String.fromCodePoint(element.value);
    } else {
      end();
      parts.push(ofNode(element));
    }
  }
  end();
  return parts;
}

const alternatives = (list: readonly AST.Alternative[]): LuaValue => {
  const ways = list.map(({ elements }): LuaValue => ({ kind: 'all', parts: inRow(elements) }));
  const [only] = ways;
  return ways.length === 1 && only !== undefined ? only : { kind: 'any', parts: ways };
};

const holdsCapture = (node: AST.Element): boolean =>
  /\((?!\?[:=!]|\?<[=!])/.test(node.raw.replaceAll(/\\./g, ''));

function ofNode(node: AST.Element): LuaValue {
  switch (node.type) {
    case 'Character':
      return set([[node.value, node.value]]);
    case 'CharacterSet':
      return set(ofNamed(node));
    case 'CharacterClass':
      return set(node.elements.flatMap(ofElement), node.negate);
    case 'Group':
      if (node.modifiers) throw new Unsupported();
      return alternatives(node.alternatives);
    case 'CapturingGroup':
      return { kind: 'capture', what: alternatives(node.alternatives) };
    case 'Quantifier': {
      // JavaScript forgets a capture at each turn; the pattern's runner in Lua does not.
      if (holdsCapture(node.element)) throw new Unsupported();
      const most = Math.min(node.max, MOST);
      return {
        kind: 'times',
        least: node.min,
        most,
        lazy: !node.greedy,
        what: ofNode(node.element),
      };
    }
    case 'Assertion':
      if (node.kind === 'start') return { kind: 'first' };
      if (node.kind === 'end') return { kind: 'last' };
      throw new Unsupported();
    case 'Backreference':
    case 'ExpressionCharacterClass':
      throw new Unsupported();
  }
}

/**
 * A rule's `match` as a Lua table that the filter's own runner takes; `false` where it holds what the runner lacks
 * (look-around, word boundaries, Unicode properties, back references, a capture that repeats).
 *
 * @param source a regular expression that `compileMatch` accepts
 */
export function luaPattern(source: string): string {
  try {
    const pattern = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, {
      unicode: true,
    });
    return luaValue(alternatives(pattern.alternatives));
  } catch (error) {
    if (error instanceof Unsupported) return 'false';
    throw error;
  }
}
