const LONGEST = 40;

/** Control, bidirectional and invisible characters would hide in a message or reorder it. */
function isInvisible(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code <= 0xa0) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code === 0xfeff ||
    code === 0xfffd
  );
}

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (character === '"' || character === '\\') return `\\${character}`;
  if (!isInvisible(code)) return character;
  return code < 0x100
    ? `\\x${code.toString(16).padStart(2, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Text for a message: in quotes, at most 40 characters of it, nothing in it invisible. */
export function show(text: string): string {
  // Twice the limit of code units always holds the limit in characters.
  const characters = [...text.slice(0, 2 * LONGEST + 2)];
  const kept = characters.slice(0, LONGEST).map(visible).join('');
  return characters.length > LONGEST ? `"${kept}…"` : `"${kept}"`;
}
