/** Of a letter in small print, in pixels. */
const LETTER = 7;
const SPACE = 16;
const NARROWEST = 48;

/** Names before rows are seen whole unless they would take a third of the panel. */
export function labelWidthFor(panelWidth: number, names: readonly string[]): number {
  const longest = names.reduce((most, { length }) => Math.max(most, length), 0);
  const most = Math.max(panelWidth / 3, NARROWEST);
  return Math.floor(Math.min(Math.max(longest * LETTER + SPACE, NARROWEST), most));
}
