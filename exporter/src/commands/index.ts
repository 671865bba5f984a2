import { GpuscopeError } from '@gpuscope/aggregation';
import { wordsOf } from '../errorWords.js';
import { VERSION } from '../version.js';
import { CHECK_CONFIG } from './checkConfig.js';
import { CHECK_METRICS } from './checkMetrics.js';
import type { Command, Io } from './command.js';
import { helpOf } from './command.js';
import { parseCommandLine } from './parseCommandLine.js';
import { RECORD } from './record.js';
import { RENDER } from './render.js';
import { SERVE } from './serve.js';
import { suggestion, UsageError } from './usage.js';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [SERVE, RENDER, RECORD, CHECK_CONFIG, CHECK_METRICS];

const NAMES = COMMANDS.map(({ name }) => name);

const HELP = `gpuscope-exporter COMMAND [options]

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(14)} ${summary}`).join('\n')}

gpuscope-exporter COMMAND --help tells a command's options; --version the version.
`;

function commandNamed(name: string): Command {
  const command = COMMANDS.find((known) => known.name === name);
  if (command !== undefined) return command;
  throw new UsageError(
    `there is no command ${name}${suggestion(name, NAMES)} (commands: ${NAMES.join(', ')})`,
  );
}

async function dispatch(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) throw new UsageError(`a command is missing (${NAMES.join(', ')})`);
  if (name === '--help' || name === '-h' || name === 'help') {
    const [about] = rest;
    await io.out(name === 'help' && about !== undefined ? helpOf(commandNamed(about)) : HELP);
    return 0;
  }
  if (name === '--version' || name === '-V') {
    await io.out(`${VERSION}\n`);
    return 0;
  }
  const command = commandNamed(name);
  if (rest.includes('--help') || rest.includes('-h')) {
    await io.out(helpOf(command));
    return 0;
  }
  return command.run(parseCommandLine(command, rest), io);
}

/** Whose help tells more: the command's own, where there is one. */
const helpFor = ([name = '']: readonly string[]): string =>
  NAMES.includes(name) ? `${name} ` : '';

/**
 * Runs the program. Never throws.
 * @param args the words after the program's name
 * @returns the exit status: 2 for a command line that can't be understood, 1 for what went wrong otherwise
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(args, io);
  } catch (error) {
    const isUsage = error instanceof UsageError;
    const words = wordsOf(error);
    io.err(`${isUsage || error instanceof GpuscopeError ? words : `internal error: ${words}`}\n`);
    if (isUsage) io.err(`gpuscope-exporter ${helpFor(args)}--help tells more\n`);
    return isUsage ? 2 : 1;
  }
}
