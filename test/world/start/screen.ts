/** Shows a text that changes: in place on a terminal, one after the other elsewhere. */
export interface Screen {
  readonly show: (text: string) => void;
  /** A line that stays, such as what is being started. */
  readonly line: (text: string) => void;
}

const HOME_AND_CLEAR = '\u001b[H\u001b[2J';

export function createScreen(output: NodeJS.WriteStream): Screen {
  return {
    show: (text) => output.write(`${output.isTTY ? HOME_AND_CLEAR : ''}${text}\n`),
    line: (text) => output.write(`${text}\n`),
  };
}
