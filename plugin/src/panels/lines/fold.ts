/** A text of several lines, folded to its first. */
export interface Folded {
  readonly first: string;
  /** How many lines are folded away. */
  readonly more: number;
}

const isEnd = (sign: string | undefined): boolean => sign === '\n' || sign === '\r';

/** By hand: an expression would try anew from each of thousands of empty lines. */
function withoutEnds(text: string): string {
  let end = text.length;
  while (isEnd(text[end - 1])) end -= 1;
  return text.slice(0, end);
}

/** The first line that says something, and how many follow it. An end of line at the end is no line. */
export function fold(text: string): Folded {
  const whole = withoutEnds(text.replace(/^(?:[ \t]*\r?\n)+/u, ''));
  const end = whole.search(/\r?\n/u);
  if (end < 0) return { first: whole, more: 0 };
  return { first: whole.slice(0, end), more: whole.slice(end).split('\n').length - 1 };
}
