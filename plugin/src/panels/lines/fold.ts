/** A text of several lines, folded to its first. */
export interface Folded {
  readonly first: string;
  /** How many lines are folded away. */
  readonly more: number;
}

/** The first line that says something, and how many follow it. An end of line at the end is no line. */
export function fold(text: string): Folded {
  const whole = text.replace(/^(?:[ \t]*\r?\n)+/u, '').replace(/[\r\n]+$/u, '');
  const end = whole.search(/\r?\n/u);
  if (end < 0) return { first: whole, more: 0 };
  return { first: whole.slice(0, end), more: whole.slice(end).split('\n').length - 1 };
}
