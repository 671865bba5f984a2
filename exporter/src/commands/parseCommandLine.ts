import { parseArgs } from 'node:util';
import type { Arguments, Command, OptionRow } from './command.js';
import { optionsOf } from './command.js';
import { suggestion, UsageError } from './usage.js';

interface Given {
  /** As it was written, such as `--listen`. */
  readonly rawName: string;
  readonly name: string;
  readonly value?: string | undefined;
  /** Whether the value stands behind a `=`. */
  readonly inlineValue?: boolean | undefined;
}

function checkSwitch({ rawName, value }: Given): string {
  if (value === undefined) return '';
  throw new UsageError(`${rawName} is a switch: it takes no value, and here it has ${value}`);
}

/** What begins with a dash is the next option, and the value was forgotten; unless it is tied on. */
function checkValue({ rawName, value, inlineValue }: Given, row: OptionRow): string {
  const isNext =
    inlineValue !== true && (value ?? '').length > 1 && value?.startsWith('-') === true;
  if (value !== undefined && !isNext) return value;
  const tied = isNext ? `; write ${rawName}=${value} if that is meant` : '';
  throw new UsageError(`${rawName} needs a value: ${row.value} (${row.help})${tied}`);
}

/**
 * Reads the words after the command's name.
 * @throws UsageError naming the word and what is allowed
 */
export function parseCommandLine(command: Command, args: readonly string[]): Arguments {
  const rows = new Map(optionsOf(command).map((row) => [row.name, row]));
  const options = Object.fromEntries(
    [...rows].map(([name, { value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const row = rows.get(token.name);
    if (row === undefined) {
      const near = suggestion(token.name, [...rows.keys()], '--');
      throw new UsageError(`${command.name} has no option ${token.rawName}${near}`);
    }
    if (values.has(token.name)) {
      throw new UsageError(`${token.rawName} is given twice; once is allowed`);
    }
    values.set(token.name, row.value === undefined ? checkSwitch(token) : checkValue(token, row));
  }
  if (command.positional === undefined && positionals[0] !== undefined) {
    throw new UsageError(`${command.name} takes options only, not ${positionals[0]}`);
  }
  return { value: (name) => values.get(name), positionals };
}
