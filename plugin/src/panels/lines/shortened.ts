/** What a row shows of a line: no reader looks further, and a browser stands still over a line of megabytes. */
export const MOST_IN_ROW = 5000;

/** What is shown of an opened line; a copy of it and a download are whole. */
export const MOST_IN_DETAILS = 200_000;

/** A text as far as it is shown, with a sign where it was cut; no character is cut in two. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const isHalf = /[\ud800-\udbff]/u.test(text.charAt(most - 1));
  return `${text.slice(0, isHalf ? most - 1 : most)}…`;
}
