/** Shows a text that changes: in place on a terminal, one after the other elsewhere. */
export interface Screen {
  readonly show: (text: string) => void;
  /** A line that stays, such as what is being started. */
  readonly line: (text: string) => void;
  /** Whether a text takes the place of the one before. */
  readonly isTerminal: boolean;
  /** How many lines there is room for. */
  readonly rows: () => number;
}

const HOME_AND_CLEAR = '\u001b[H\u001b[2J';

/** Where nobody knows. */
const USUAL_ROWS = 24;

export function createScreen(output: NodeJS.WriteStream): Screen {
  return {
    show: (text) => output.write(`${output.isTTY ? HOME_AND_CLEAR : ''}${text}\n`),
    line: (text) => output.write(`${text}\n`),
    isTerminal: output.isTTY,
    rows: () => (output.isTTY ? output.rows : USUAL_ROWS),
  };
}
