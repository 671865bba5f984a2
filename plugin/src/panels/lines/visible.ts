/** Control characters but the tab and ends of line, and those that turn the direction of what follows. */
const HIDDEN = /[^\P{Cc}\t\r\n]|[\u202a-\u202e\u2066-\u2069]/gu;

const HEX = 16;
const DELETE = 0x7f;
const DELETE_PICTURE = 0x2421;
/** Where the pictures of the control characters begin. */
const PICTURES = 0x2400;

function picture(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code === DELETE) return String.fromCharCode(DELETE_PICTURE);
  return code < DELETE
    ? String.fromCharCode(PICTURES + code)
    : `<U+${code.toString(HEX).toUpperCase().padStart(4, '0')}>`;
}

/**
 * A text with signs in place of characters that nobody sees: a line can neither hide a part of itself nor make another
 * part read backwards. The tab and ends of line stay, as do letters that are written from right to left.
 */
export const visible = (text: string): string => text.replace(HIDDEN, picture);
