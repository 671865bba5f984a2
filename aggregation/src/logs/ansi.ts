const ESC = String.fromCharCode(0x1b);
const BELL = String.fromCharCode(0x07);

/** Colours and cursor moves (CSI), window titles and links (OSC), and the short ones. */
const ESCAPES = new RegExp(
  [
    `${ESC}\\[[0-9;:?]*[ -/]*[@-~]`,
    `${ESC}\\][^${BELL}${ESC}]*(?:${BELL}|${ESC}\\\\)`,
    `${ESC}[@-Z\\\\^_]`,
  ].join('|'),
  'gu',
);

/** The text without the escape sequences that terminals read. */
export const withoutAnsi = (text: string) =>
  text.includes(ESC) ? text.replace(ESCAPES, '') : text;
