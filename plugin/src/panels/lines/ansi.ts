import { withoutAnsi } from '@gpuscope/aggregation/logs';

export const ANSI_COLORS = [
  'black',
  'red',
  'green',
  'yellow',
  'blue',
  'magenta',
  'cyan',
  'white',
] as const;

export type AnsiColor = (typeof ANSI_COLORS)[number];

export interface AnsiStyle {
  readonly color?: AnsiColor;
  readonly isBold?: boolean;
  readonly isUnderlined?: boolean;
}

export interface AnsiPart extends AnsiStyle {
  readonly text: string;
}

const ESC = String.fromCharCode(0x1b);
/** What sets colours and weight; other sequences say nothing that a list could show. */
const STYLE = new RegExp(`${ESC}\\[([\\d;:]*)m`, 'gu');

function colorOf(code: number): AnsiColor | undefined {
  if (code >= 30 && code <= 37) return ANSI_COLORS[code - 30];
  if (code >= 90 && code <= 97) return ANSI_COLORS[code - 90];
  return undefined;
}

/** The numbers of one sequence, without those that follow 38 or 48: a palette's colours are left as they are. */
function codesOf(text: string): readonly number[] {
  const codes = text === '' ? [0] : text.split(/[;:]/u).map(Number);
  const palette = codes.findIndex((code) => code === 38 || code === 48);
  return palette < 0 ? codes : codes.slice(0, palette);
}

function withCode(style: AnsiStyle, code: number): AnsiStyle {
  const { color: _color, isBold: _bold, isUnderlined: _underlined, ...rest } = style;
  if (code === 0) return rest;
  if (code === 1) return { ...style, isBold: true };
  if (code === 22) return { ...style, isBold: false };
  if (code === 4) return { ...style, isUnderlined: true };
  if (code === 24) return { ...style, isUnderlined: false };
  const color = colorOf(code);
  if (color !== undefined) return { ...style, color };
  return code === 39 ? { ...style, color: undefined } : style;
}

/** A line's text in parts of one look each, without any escape sequence. */
export function ansiParts(line: string): readonly AnsiPart[] {
  if (!line.includes(ESC)) return [{ text: line }];
  const parts: AnsiPart[] = [];
  let style: AnsiStyle = {};
  const add = (text: string): void => {
    const clean = withoutAnsi(text).replaceAll(ESC, '');
    if (clean !== '') parts.push({ ...style, text: clean });
  };
  let at = 0;
  for (const found of line.matchAll(STYLE)) {
    add(line.slice(at, found.index));
    style = codesOf(found[1] ?? '').reduce(withCode, style);
    at = found.index + found[0].length;
  }
  add(line.slice(at));
  return parts;
}

/** The line's words alone, as they are copied and downloaded. */
export const plainText = (line: string): string =>
  ansiParts(line)
    .map(({ text }) => text)
    .join('');
