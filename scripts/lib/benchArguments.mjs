// How a benchmark begins: packages are there, and its words are understood.
import { parseArgs } from 'node:util';
import { bootstrap } from '../bootstrap.mjs';

/**
 * Sets the clone up and reads the command line; ends the program with 2 where a word is not known.
 * @param {string} usage
 * @param {Record<string, { type: 'string', default: string }>} [options] beside `--smoke`: that it works, not how fast
 */
export async function benchArguments(usage, options = {}) {
  try {
    const smoke = { type: 'boolean', default: false };
    const { values } = parseArgs({ options: { smoke, ...options } });
    await bootstrap();
    return values;
  } catch (error) {
    console.error(`${error.message}\n${usage}`);
    return process.exit(2);
  }
}
