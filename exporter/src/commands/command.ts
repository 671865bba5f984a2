/** What a command may touch of the world; only main.ts knows the real one. */
export interface Io {
  /** Settles when the text is out. */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => void;
  readonly stdin: () => Promise<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly hostname: string;
  /** The file of this program, to start it as another of its own processes. */
  readonly program: string;
  /** Aborts when the program is told to end. */
  readonly stop: AbortSignal;
}

export interface OptionRow {
  readonly name: string;
  /** What stands for the value in the help; left out for a switch. */
  readonly value?: string;
  readonly help: string;
}

export interface Arguments {
  /** The value of an option; undefined when it was not given. */
  readonly value: (name: string) => string | undefined;
  readonly positionals: readonly string[];
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionRow[];
  /** Such as `FILE|-`; left out where nothing may stand there. */
  readonly positional?: string;
  readonly more?: string;
  /** Answers the exit status. */
  readonly run: (args: Arguments, io: Io) => Promise<number>;
}

const HELP: OptionRow = { name: 'help', help: 'print this and end' };

/** Everything that a command's line may hold, in the order of its help. */
export const optionsOf = (command: Command): readonly OptionRow[] => [...command.options, HELP];

/** What `COMMAND --help` prints. */
export function helpOf(command: Command): string {
  const rows = optionsOf(command).map(({ name, value, help }) => ({
    left: `--${name}${value === undefined ? '' : ` ${value}`}`,
    help,
  }));
  const width = Math.max(...rows.map(({ left }) => left.length));
  const positional = command.positional === undefined ? '' : ` ${command.positional}`;
  return [
    `gpuscope-exporter ${command.name} [options]${positional}`,
    '',
    `${command.summary}.`,
    '',
    ...rows.map(({ left, help }) => `  ${left.padEnd(width)}  ${help}`),
    ...(command.more === undefined ? [] : ['', command.more]),
    '',
  ].join('\n');
}
