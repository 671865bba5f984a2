const TAB = 9;
export const CARRIAGE_RETURN = 13;
export const BLANK = 32;
export const QUOTE = 34;
export const HASH = 35;
export const COMMA = 44;
export const EQUALS = 61;
export const BACKSLASH = 92;
export const OPEN_BRACE = 123;
export const CLOSE_BRACE = 125;
export const BYTE_ORDER_MARK = 0xfeff;

/** What a decoder leaves where the bytes were not UTF-8. */
const REPLACEMENT = 0xfffd;

const METRIC_START = 1;
const METRIC_REST = 2;
const LABEL_START = 4;
const LABEL_REST = 8;

const CLASSES = (() => {
  const classes = new Uint8Array(128);
  const mark = (characters: string, bits: number): void => {
    for (const character of characters) {
      const code = character.charCodeAt(0);
      classes[code] = (classes[code] ?? 0) | bits;
    }
  };
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const anywhere = METRIC_START | METRIC_REST | LABEL_START | LABEL_REST;
  mark(letters + letters.toUpperCase() + '_', anywhere);
  mark('0123456789', METRIC_REST | LABEL_REST);
  mark(':', METRIC_START | METRIC_REST);
  return classes;
})();

/** The two kinds of names that need no quotes, as bits of the character classes. */
export interface NameClass {
  readonly start: number;
  readonly rest: number;
}

export const METRIC_NAME: NameClass = { start: METRIC_START, rest: METRIC_REST };
export const LABEL_NAME: NameClass = { start: LABEL_START, rest: LABEL_REST };

/** Whether the character belongs to the class; codes outside ASCII (and NaN) never do. */
export function inClass(code: number, bits: number): boolean {
  return ((CLASSES[code] ?? 0) & bits) !== 0;
}

export function isBlank(code: number): boolean {
  return code === BLANK || code === TAB;
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Whether the character at `at` tells of bytes that were no text: NUL, U+FFFD, half a pair. */
export function isIllegible(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0 || code === REPLACEMENT) return true;
  if (isHigh(code)) return !isLow(text.charCodeAt(at + 1));
  return isLow(code) && !isHigh(text.charCodeAt(at - 1));
}

/** The first illegible character of a stretch, or -1. */
export function findIllegible(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if ((code === 0 || code >= 0xd800) && isIllegible(text, at)) return at;
  }
  return -1;
}
