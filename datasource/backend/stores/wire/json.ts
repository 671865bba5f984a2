import type { JsonValue } from '@gpuscope/aggregation/logs';

/** Cheap, and true at least for every text that holds an integer which a JavaScript number may not hold. */
const mayBeLarge = /[:[,]\s*-?\d{16,}\s*[,\]}]/;
const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * Parses JSON. Integers beyond 2^53 come as their digits in a text: nanoseconds and identifiers stay what they are.
 *
 * @throws {SyntaxError}
 */
export function parseJson(text: string): JsonValue {
  return JSON.parse(mayBeLarge.test(text) ? quoteLarge(text) : text) as JsonValue;
}

function quoteLarge(text: string): string {
  const parts: string[] = [];
  let kept = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = afterString(text, at);
    else if (code === 0x2d || (code >= 0x30 && code <= 0x39)) {
      number.lastIndex = at;
      const [token = ''] = number.exec(text) ?? [];
      if (isLarge(token)) {
        parts.push(text.slice(kept, at), '"', token, '"');
        kept = at + token.length;
      }
      at += Math.max(1, token.length);
    } else at += 1;
  }
  parts.push(text.slice(kept));
  return parts.join('');
}

const isLarge = (token: string): boolean =>
  token.length >= 16 && /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token));

/** The place after the text that begins at `start`. */
function afterString(text: string, start: number): number {
  for (let end = start; ;) {
    end = text.indexOf('"', end + 1);
    if (end === -1) return text.length;
    let before = end - 1;
    while (text[before] === '\\') before -= 1;
    if ((end - before) % 2 === 1) return end + 1;
  }
}

/** Writes a search's body; in `search_after`, digits that `parseJson` made a text of are a number again. */
export function writeJson(body: Readonly<Record<string, unknown>>): string {
  const { search_after: after, ...others } = body;
  if (!Array.isArray(after)) return JSON.stringify(body);
  const values = after.map((value: unknown) =>
    typeof value === 'string' && /^-?[1-9]\d*$/.test(value) && isLarge(value)
      ? value
      : JSON.stringify(value),
  );
  const rest = JSON.stringify(others).slice(1);
  return `{"search_after":[${values.join(',')}]${rest === '}' ? '' : ','}${rest}`;
}
