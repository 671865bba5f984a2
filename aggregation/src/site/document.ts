import type { Document, Node, YAMLError } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Environment } from './environment.js';
import { substitute } from './environment.js';
import type { SitePath } from './problem.js';

/** A place in the text, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Something that YAML can't read. */
export interface SyntaxProblem {
  readonly place: Place;
  /** Continues "the file". */
  readonly message: string;
}

/** A binary file's bytes are no words; neither are thousands of them. */
const LONGEST_WORDS = 160;

function wordsOf(text: string): string {
  const plain = text.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S}]+/gu, ' ').trim();
  return plain.length <= LONGEST_WORDS ? plain : `${plain.slice(0, LONGEST_WORDS)}…`;
}

/** As it is written, in quotes or without. */
const KEY = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s:,{}[\]]+)/;

const ADVICE = 'inside { } and [ ], write "${NAME}" and texts with , or : in quotes';

/** What YAML has against a text, in words that continue "the file". */
function messageOf({ code, message, pos }: YAMLError, text: string): string {
  if (code === 'DUPLICATE_KEY') {
    const key = KEY.exec(text.slice(pos[0]))?.[0];
    return `has ${key === undefined ? 'a key' : `the key ${wordsOf(key)}`} twice; keys must be unique`;
  }
  return `is not YAML here: ${wordsOf(message)}; ${ADVICE}`;
}

/** A YAML text whose parts know where they were written. */
export class SiteDocument {
  readonly #text: string;
  readonly #document: Document;
  readonly #lines = new LineCounter();

  constructor(text: string) {
    this.#text = text;
    this.#document = parseDocument(text, {
      lineCounter: this.#lines,
      prettyErrors: false,
      logLevel: 'error',
      uniqueKeys: true,
    });
  }

  /** What YAML itself has against the text: the first of each line, as the others follow from it. */
  syntaxProblems(): readonly SyntaxProblem[] {
    const { errors, warnings } = this.#document;
    const found = [...errors, ...warnings].map((error) => ({
      place: this.#place(error.pos[0]),
      message: messageOf(error, this.#text),
    }));
    return [...new Map(found.toReversed().map((one) => [one.place.line, one])).values()];
  }

  /** Plain JavaScript values. Throws where aliases make the file grow without bound. */
  value(): unknown {
    return this.#document.toJS({ maxAliasCount: 100 });
  }

  /** Puts the environment into every text outside the given sections; answers what could not be put in. */
  substitute(environment: Environment, except: readonly string[]): readonly Unsubstituted[] {
    const problems: Unsubstituted[] = [];
    visit(this.#document, {
      Pair: (_, pair, ancestors) => {
        const top = ancestors.length === 2;
        return top && isScalar(pair.key) && except.includes(String(pair.key.value))
          ? visit.SKIP
          : undefined;
      },
      Scalar: (key, scalar, ancestors) => {
        if (key === 'key' || typeof scalar.value !== 'string') return;
        const { text, unset, malformed } = substitute(scalar.value, environment);
        scalar.value = text;
        if (unset.length === 0 && malformed.length === 0) return;
        problems.push({
          place: this.#place(scalar.range?.[0] ?? 0),
          path: pathTo([...ancestors, scalar]),
          unset,
          malformed,
        });
      },
    });
    return problems;
  }

  /** Where a part was written: its value, or with `key` its key; of what is not there, the nearest part around it. */
  placeOf(path: SitePath, part: 'key' | 'value'): Place {
    let node: unknown = this.#document.contents;
    let place = this.#placeOfNode(node) ?? { line: 1, column: 1 };
    for (const [index, step] of path.entries()) {
      const { key, value } = this.#child(this.#resolved(node), step);
      if (key === undefined && value === undefined) return place;
      const wantsKey = part === 'key' && index === path.length - 1;
      place =
        this.#placeOfNode(wantsKey ? (key ?? value) : value) ?? this.#placeOfNode(key) ?? place;
      node = value;
    }
    return place;
  }

  #child(node: unknown, step: string | number): { key?: unknown; value?: unknown } {
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      return pair === undefined ? {} : { key: pair.key, value: pair.value ?? undefined };
    }
    if (isSeq(node)) return { value: node.items[Number(step)] };
    return {};
  }

  #resolved(node: unknown): unknown {
    return isAlias(node) ? node.resolve(this.#document) : node;
  }

  #placeOfNode(node: unknown): Place | undefined {
    const range = (node as Node | null | undefined)?.range;
    return range ? this.#place(range[0]) : undefined;
  }

  #place(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }
}

/** A text whose variables could not all be put in. */
export interface Unsubstituted {
  readonly place: Place;
  readonly path: SitePath;
  readonly unset: readonly string[];
  readonly malformed: readonly string[];
}

/** The path that a chain of YAML nodes, from the document down, stands for. */
function pathTo(chain: readonly unknown[]): SitePath {
  return chain.flatMap((node, index): SitePath => {
    const child = chain[index + 1];
    if (isSeq(node)) return [node.items.indexOf(child)];
    if (!isMap(node)) return [];
    const pair = node.items.find((item) => item === child);
    return pair !== undefined && isScalar(pair.key) ? [String(pair.key.value)] : [];
  });
}
