import { parseArgs } from 'node:util';
import { wordsOf } from '../errorWords.js';
import { suggestion, UsageError } from './usage.js';

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

/**
 * Reads the words after the command's name.
 * @throws UsageError naming the word and what is allowed
 */
export function parseCommandLine(command: Command, args: readonly string[]): Arguments {
  const rows = [...command.options, HELP];
  const options = Object.fromEntries(
    rows.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' }]),
  ) as Record<string, { type: 'boolean' | 'string' }>;
  const known = rows.map(({ name }) => name);
  const config = { args: [...args], options, allowPositionals: true };
  for (const token of parseArgs({ ...config, strict: false, tokens: true }).tokens) {
    if (token.kind !== 'option' || known.includes(token.name)) continue;
    const near = suggestion(token.name, known, '--');
    throw new UsageError(`${command.name} has no option ${token.rawName}${near}`);
  }
  try {
    const { values, positionals } = parseArgs({ ...config, strict: true });
    if (command.positional === undefined && positionals[0] !== undefined) {
      throw new UsageError(`${command.name} takes options only, not ${positionals[0]}`);
    }
    const value = (name: string): string | undefined => {
      const found = values[name];
      return found === undefined ? undefined : String(found);
    };
    return { value, positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(wordsOf(error));
  }
}

/** What `COMMAND --help` prints. */
export function helpOf(command: Command): string {
  const rows = [...command.options, HELP].map(({ name, value, help }) => ({
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
