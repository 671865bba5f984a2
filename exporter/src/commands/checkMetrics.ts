import { readFile } from 'node:fs/promises';
import { parseExposition } from '@gpuscope/aggregation';
import { reasonOf } from '../errorWords.js';
import type { Command, Io } from './command.js';
import { UsageError } from './usage.js';

async function read(file: string, io: Io): Promise<string> {
  if (file === '-') return io.stdin();
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read (${reasonOf(error)})`);
  }
}

/** `check-metrics`: every line of an exposition that a scraper would not take, and why. */
export const CHECK_METRICS: Command = {
  name: 'check-metrics',
  summary: 'Checks a text of metrics (Prometheus 0.0.4 or OpenMetrics 1.0)',
  options: [],
  positional: 'FILE|-',
  more: 'Prints a line per problem: FILE:LINE:COLUMN: reason [code]. Exit status: 0 none, 1 some, 2 the file cannot be read.',
  async run({ positionals }, io) {
    const [file, extra] = positionals;
    if (file === undefined)
      throw new UsageError('check-metrics needs a FILE, or - for standard input');
    if (extra !== undefined)
      throw new UsageError(`check-metrics takes one FILE; ${extra} is too much`);
    const { problems } = parseExposition(await read(file, io));
    const name = file === '-' ? '<stdin>' : file;
    const lines = problems.map(
      ({ line, column, reason, code }) => `${name}:${line}:${column}: ${reason} [${code}]\n`,
    );
    await io.out(lines.join(''));
    return problems.length === 0 ? 0 : 1;
  },
};
