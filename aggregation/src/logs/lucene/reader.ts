import type { Said } from '../../said/index.js';
import { lex, type Lexeme } from './lex.js';
import { refuse } from './refuse.js';
import { say } from '../../said/index.js';

export type Sign = Extract<Lexeme, { kind: 'sign' }>;

/** Walks over the parts of a query. */
export class Reader {
  readonly #lexemes: readonly Lexeme[];
  #next = 0;

  constructor(text: string) {
    this.#lexemes = lex(text);
  }

  peek(ahead = 0): Lexeme {
    return this.#lexemes[this.#next + ahead] ?? { kind: 'end', at: 0 };
  }

  take(): Lexeme {
    const lexeme = this.peek();
    this.#next += 1;
    return lexeme;
  }

  isSign(...signs: readonly string[]): boolean {
    const lexeme = this.peek();
    return lexeme.kind === 'sign' && signs.includes(lexeme.text);
  }

  /** Whether the next is one of these words, as they are written, or signs. */
  isWord(...words: readonly string[]): boolean {
    const lexeme = this.peek();
    return words.includes(lexeme.kind === 'sign' ? lexeme.text : plain(lexeme));
  }

  /** Takes a sign that must come now. */
  expect(what: string | Said, ...signs: readonly string[]): Sign {
    const lexeme = this.take();
    if (lexeme.kind === 'sign' && signs.includes(lexeme.text)) return lexeme;
    const place = lexeme.kind === 'end' ? 'lucene.missingEnd' : 'lucene.missingHere';
    return refuse(lexeme.at, say(place, { what }));
  }
}

/** A term without wildcards; empty for anything else. */
export function plain(lexeme: Lexeme): string {
  if (lexeme.kind !== 'term' || lexeme.segments.some(({ isWildcard }) => isWildcard)) return '';
  return lexeme.segments.map(({ text }) => text).join('');
}
