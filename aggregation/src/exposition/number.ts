const ZERO = 48;
const NINE = 57;
const PLUS = 43;
const MINUS = 45;
const DOT = 46;
const EXPONENT = 0x65;

/** Sums of digits below this are exact in a double, and so are these powers of ten. */
const EXACT_DIGITS = 15;
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

const WORDS = new Map<string, number>([
  ['inf', Infinity],
  ['infinity', Infinity],
  ['+inf', Infinity],
  ['+infinity', Infinity],
  ['-inf', -Infinity],
  ['-infinity', -Infinity],
  ['nan', NaN],
]);

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

function digitsEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** Where a decimal number's exponent ends, or -1 where it has no digits. */
function exponentEnd(text: string, start: number, end: number): number {
  const sign = text.charCodeAt(start);
  const digits = sign === PLUS || sign === MINUS ? start + 1 : start;
  const stop = digitsEnd(text, digits, end);
  return stop > digits ? stop : -1;
}

function isDecimal(text: string, start: number, end: number): boolean {
  const wholeEnd = digitsEnd(text, start, end);
  let digits = wholeEnd - start;
  let at = wholeEnd;
  if (at < end && text.charCodeAt(at) === DOT) {
    const fractionEnd = digitsEnd(text, at + 1, end);
    digits += fractionEnd - at - 1;
    at = fractionEnd;
  }
  if (digits === 0) return false;
  if (at < end && (text.charCodeAt(at) | 0x20) === EXPONENT) at = exponentEnd(text, at + 1, end);
  return at === end;
}

/** Digits with at most one point and few enough to be exact; undefined where that is not so. */
function readShort(text: string, start: number, end: number): number | undefined {
  if (end - start > EXACT_DIGITS || end === start) return undefined;
  let sum = 0;
  let point = -1;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) sum = sum * 10 + (code - ZERO);
    else if (code === DOT && point < 0 && end - start > 1) point = at;
    else return undefined;
  }
  return point < 0 ? sum : sum / (POWERS[end - point - 1] ?? 1);
}

/**
 * A number as Prometheus reads it: decimals with or without exponent, and in any case `Inf`,
 * `Infinity` (signed or not) and `NaN` (never signed). What JavaScript or Go would take beyond
 * that (hexadecimal, underscores, blanks, nothing at all) is refused, as is a number too large for
 * a double.
 * @returns undefined for anything that is no such number
 */
export function readNumber(text: string, start: number, end: number): number | undefined {
  const sign = text.charCodeAt(start);
  const digits = sign === PLUS || sign === MINUS ? start + 1 : start;
  const short = readShort(text, digits, end);
  if (short !== undefined) return sign === MINUS ? -short : short;
  if (isDecimal(text, digits, end)) {
    const value = Number(text.slice(start, end));
    return Number.isFinite(value) ? value : undefined;
  }
  return end - start <= 9 ? WORDS.get(text.slice(start, end).toLowerCase()) : undefined;
}
