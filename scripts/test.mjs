// Runs the suites: says first what runs and what is left out, last how many tests passed and failed.
import { bootstrap, build } from './bootstrap.mjs';
import { isStopping } from './lib/children.mjs';
import { prepareServers } from './lib/prepare.mjs';
import { root } from './lib/root.mjs';
import { runSuite } from './lib/runSuite.mjs';
import { firstLine, hasFiles, parseArguments, plan } from './lib/suites.mjs';
import { lastLine, sum } from './lib/tally.mjs';

const failure = { passed: 0, failed: 1, skipped: 0 };

async function attempt(label, work) {
  try {
    return await work();
  } catch (error) {
    console.error(`${label}: ${error.message}`);
    return failure;
  }
}

async function setUp() {
  await bootstrap();
  await build();
  return { passed: 0, failed: 0, skipped: 0 };
}

async function runAll(suites) {
  const tallies = [await attempt('set-up', setUp)];
  const servers = await prepareServers(suites);
  try {
    for (const suite of suites) {
      if (isStopping()) break;
      console.log(`\n== ${suite.name}`);
      tallies.push(
        await attempt(suite.name, async () => {
          await servers.ready(suite);
          return runSuite(suite);
        }),
      );
    }
  } finally {
    servers.stop();
  }
  return sum(tallies);
}

async function main() {
  const { names, list } = parseArguments(process.argv.slice(2));
  const planned = plan(names, (suite) => hasFiles(root, suite), {});
  console.log(firstLine(planned));
  if (list) return;
  const total = await runAll(planned.run);
  if (isStopping()) console.log('Stopped before the end.');
  console.log(lastLine(total));
  if (total.failed > 0) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
