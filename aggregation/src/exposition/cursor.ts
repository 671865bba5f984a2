import type { ExpositionFormat, ProblemCode } from './exposition.js';
import { BLANK, isBlank, isIllegible } from './chars.js';
import { show } from './show.js';

/** What is wrong with the line at hand. */
export interface Fault {
  readonly column: number;
  readonly code: ProblemCode;
  readonly reason: string;
}

/**
 * A place in the text, kept inside one line. Readers move `pos` on; the first that meets something
 * it cannot use calls `fail` and returns undefined, and so does everyone above it.
 */
export class Cursor {
  pos = 0;
  line = 0;
  lineStart = 0;
  /** Just behind the line's last character; its line feed is not part of it. */
  end = 0;
  fault: Fault | undefined;
  /** OpenMetrics fixes every separator as one blank; 0.0.4 takes any run of blanks and tabs. */
  readonly strict: boolean;

  constructor(
    readonly text: string,
    readonly format: ExpositionFormat,
  ) {
    this.strict = format === 'openmetrics';
  }

  /** The character at hand, or -1 at the end of the line. */
  code(): number {
    return this.pos < this.end ? this.text.charCodeAt(this.pos) : -1;
  }

  atEnd(): boolean {
    return this.pos >= this.end;
  }

  skipBlanks(): void {
    while (this.pos < this.end && isBlank(this.text.charCodeAt(this.pos))) this.pos++;
  }

  /** Moves behind the separator; false where there is none of the kind the format has. */
  separator(): boolean {
    const start = this.pos;
    if (this.strict) {
      if (this.code() === BLANK) this.pos++;
    } else {
      this.skipBlanks();
    }
    return this.pos > start;
  }

  /** The end of the run of characters that are no separators. */
  tokenEnd(): number {
    let at = this.pos;
    while (at < this.end) {
      const code = this.text.charCodeAt(at);
      if (code === BLANK || (!this.strict && isBlank(code))) break;
      at++;
    }
    return at;
  }

  fail(code: ProblemCode, reason: string, at: number = this.pos): undefined {
    const column = at - this.lineStart + 1;
    this.fault =
      at < this.end && isIllegible(this.text, at)
        ? { column, code: 'binary', reason: illegible(this.text.charAt(at)) }
        : { column, code, reason };
    return undefined;
  }
}

function illegible(character: string): string {
  return `the character ${show(character)} is not text; allowed is UTF-8 without NUL`;
}
