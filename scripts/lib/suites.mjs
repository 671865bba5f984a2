// Which suites there are, and which of them a command line asks for.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * In the order in which they run. `projects`: jest's, where they are not named as the suite. `folder`: where a jest project's files lie (unit tests lie everywhere).
 * `slow`: left out unless asked for. `minutes`: after this long the suite counts as hung and is ended.
 */
const suites = [
  { name: 'checks', minutes: 30 },
  { name: 'unit', jest: true, projects: ['unit', 'front'], minutes: 30 },
  { name: 'prometheus', jest: true, folder: 'test/prometheus', minutes: 20 },
  { name: 'logs', jest: true, folder: 'test/logs', minutes: 30 },
  { name: 'plugin', jest: true, folder: 'test/datasource', minutes: 20 },
  { name: 'browser', jest: true, folder: 'test/browser', minutes: 30 },
  { name: 'exporter', jest: true, folder: 'test/exporter', minutes: 20 },
  { name: 'nvml', jest: true, folder: 'test/nvml', minutes: 30 },
  { name: 'kubernetes', jest: true, folder: 'test/kubernetes', minutes: 20 },
  { name: 'slow', jest: true, folder: 'test/slow', slow: true, minutes: 60 },
  { name: 'bench', folder: 'bench', slow: true, minutes: 20 },
];

const names = suites.map((suite) => suite.name);

const usage = `npm test                       the default suites
npm test -- --all              these and the slow ones
npm test -- --only NAME[,NAME] some of: ${names.join(', ')}
npm run test:unit              unit tests alone, no server`;

/**
 * @param {readonly string[]} args the command line after the script's name
 * @returns {{ names: readonly string[], list: boolean }} `list`: say what would run, run nothing
 * @throws {Error} names the argument and what is allowed
 */
export function parseArguments(args) {
  let chosen = suites.filter((suite) => suite.slow !== true).map((suite) => suite.name);
  let list = false;
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at];
    if (arg === '--all') chosen = names;
    else if (arg === '--unit') chosen = ['unit'];
    else if (arg === '--list') list = true;
    else if (arg === '--only') chosen = parseNames(args[(at += 1)]);
    else throw new Error(`unknown argument ${JSON.stringify(arg)}\n${usage}`);
  }
  return { names: chosen, list };
}

function parseNames(value) {
  const wanted = (value ?? '').split(',').filter((name) => name !== '');
  const unknown = wanted.filter((name) => !names.includes(name));
  if (wanted.length === 0) throw new Error(`--only needs the name of a suite\n${usage}`);
  if (unknown.length > 0) throw new Error(`there is no suite ${unknown.join(', ')}\n${usage}`);
  return names.filter((name) => wanted.includes(name));
}

const holds = (folder, isOne) =>
  existsSync(folder) &&
  readdirSync(folder, { recursive: true }).some((name) => isOne.test(String(name)));

/** Whether a suite has anything to run yet. */
export function hasFiles(root, suite) {
  if (suite.folder === undefined) return true;
  return holds(join(root, suite.folder), suite.jest === true ? /\.test\.ts$/ : /\.mjs$/);
}

/**
 * Splits the suites into those that run and those that don't, with the reason.
 * @param {readonly string[]} chosen the names asked for
 * @param {(suite: { name: string }) => boolean} isFilled whether it holds a test at all
 * @param {Record<string, string>} missing suite name → what it needs and this machine lacks
 */
export function plan(chosen, isFilled, missing) {
  const run = [];
  const leftOut = [];
  for (const suite of suites) {
    const { name } = suite;
    const reason = !chosen.includes(name)
      ? suite.slow === true
        ? 'npm test -- --all'
        : `npm test -- --only ${name}`
      : isFilled(suite)
        ? missing[name]
        : 'holds no test yet';
    if (reason === undefined) run.push(suite);
    else leftOut.push(`${name} (${reason})`);
  }
  return { run, leftOut };
}

/** The first line that the runner prints. */
export function firstLine({ run, leftOut }) {
  const runs = run.length === 0 ? 'nothing' : run.map((suite) => suite.name).join(', ');
  return `Runs: ${runs}. Left out: ${leftOut.length === 0 ? 'nothing' : leftOut.join(', ')}.`;
}
