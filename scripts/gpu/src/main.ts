import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Options } from './arguments.js';
import { ArgumentError, parseOptions, USAGE } from './arguments.js';
import type { LoadOrder } from './load.js';
import { runLoad } from './load.js';
import { measureAll } from './measureAll.js';
import { isGood, reportText } from './report.js';

/** No file may be larger, so that all of them can be carried away. */
const MOST_BYTES = 16 * 1024 ** 2;

const program = fileURLToPath(import.meta.url);

async function tooLarge(folder: string, names: readonly string[]): Promise<string[]> {
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return names.filter((_, index) => (sizes[index] ?? 0) > MOST_BYTES);
}

async function measure(options: Options): Promise<number> {
  await mkdir(options.out, { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'gpuscope-measure-'));
  try {
    const say = (text: string): void => void process.stderr.write(`${text}\n`);
    const report = await measureAll({ options, program, folder, kernel: release(), say });
    await writeFile(join(options.out, 'report.json'), `${JSON.stringify(report, null, 1)}\n`);
    await writeFile(join(options.out, 'report.md'), reportText(report));
    const recordings = report.scenarios.flatMap(({ recording }) => recording ?? []);
    const large = await tooLarge(options.out, ['report.json', 'report.md', ...recordings]);
    for (const name of large) say(`${name} is larger than ${MOST_BYTES} bytes`);
    say(
      `${join(options.out, 'report.md')}: ${isGood(report) ? 'nothing is wrong' : 'something differs'}`,
    );
    return isGood(report) && large.length === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function main(args: readonly string[]): Promise<number> {
  const [command, order] = args;
  if (command === 'load' && order !== undefined) {
    await runLoad(JSON.parse(order) as LoadOrder);
    return 0;
  }
  return measure(parseOptions(args));
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof ArgumentError;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (isUsage) process.stderr.write(`${USAGE}\n`);
  process.exitCode = isUsage ? 2 : 1;
}
