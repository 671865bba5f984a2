// Runs the suites: says first what runs and what is left out, last how many tests passed and failed.
import { bootstrap, build } from './bootstrap.mjs';
import { isStopping } from './lib/children.mjs';
import { missingServers } from './lib/missing.mjs';
import { prepareServers } from './lib/prepare.mjs';
import { root } from './lib/root.mjs';
import { runSuite } from './lib/runSuite.mjs';
import { step } from './lib/steps.mjs';
import { firstLine, hasFiles, parseArguments, plan } from './lib/suites.mjs';
import { lastLine, sum } from './lib/tally.mjs';

const nothing = { passed: 0, failed: 0, skipped: 0 };

async function attempt(label, work) {
  try {
    return (await work()) ?? nothing;
  } catch (error) {
    console.log(`${label}: ${error.message}`);
    return { ...nothing, failed: 1 };
  }
}

/** Unit tests read the sources; everything else may start a compiled program. */
const needsBuild = (suites) => suites.some((suite) => suite.name !== 'unit');

async function runAll(suites) {
  await bootstrap();
  const ready = await prepareServers(suites);
  const tallies = [];
  if (needsBuild(suites)) {
    tallies.push(await attempt('tsc -b', () => step('Compiling (tsc -b)', () => build())));
  }
  for (const suite of suites) {
    if (isStopping()) break;
    console.log(`\n== ${suite.name}`);
    const run = async () => {
      await ready(suite);
      return runSuite(suite);
    };
    tallies.push(await attempt(suite.name, run));
  }
  return sum(tallies);
}

async function main() {
  const { names, list } = parseArguments(process.argv.slice(2));
  const planned = plan(names, (suite) => hasFiles(root, suite), missingServers());
  console.log(firstLine(planned));
  if (list) return 0;
  const total = await attempt('set-up', () => runAll(planned.run));
  if (isStopping()) console.log('Stopped before the end.');
  console.log(`\n${lastLine(total)}`);
  return total.failed > 0 || isStopping() ? 1 : 0;
}

try {
  // Explicitly: a build that nobody waits for any more must not keep this process.
  process.exit(await main());
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
