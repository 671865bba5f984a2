import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChecks } from './checks.mjs';
import { runChild } from './children.mjs';
import { root } from './root.mjs';
import { fromJest } from './tally.mjs';

const nothing = { passed: 0, failed: 0, skipped: 0 };

async function runJest(suite) {
  const folder = await mkdtemp(join(tmpdir(), 'gpuscope-jest-'));
  const outputFile = join(folder, 'report.json');
  const projects = suite.projects ?? [suite.name];
  const args = ['--selectProjects', ...projects, '--json', '--outputFile', outputFile];
  if (process.env.CI !== undefined) args.push('--ci');
  try {
    const jest = fileURLToPath(import.meta.resolve('jest/bin/jest'));
    const { code } = await runChild(process.execPath, [jest, ...args], {
      inherit: true,
      minutes: suite.minutes,
    });
    const report = await readFile(outputFile, 'utf8').catch(() => undefined);
    const tally = report === undefined ? nothing : fromJest(JSON.parse(report));
    // A crash, a time-out or a failed set-up is a failure too, though no test may have said so.
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Benchmarks are run with --smoke: that they work, not how fast they are. */
async function runBench(suite) {
  const folder = join(root, suite.folder);
  const programs = (await readdir(folder)).filter((name) => name.endsWith('.mjs')).sort();
  let { passed, failed } = nothing;
  for (const program of programs) {
    const options = { inherit: true, minutes: suite.minutes };
    const { code } = await runChild(process.execPath, [join(folder, program), '--smoke'], options);
    if (code === 0) passed += 1;
    else failed += 1;
  }
  return { ...nothing, passed, failed };
}

/**
 * Runs one suite and counts. Checks count when they fail, so that nothing failed is ever "0 failed".
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runSuite(suite) {
  if (suite.jest === true) return runJest(suite);
  if (suite.name === 'bench') return runBench(suite);
  return { ...nothing, failed: (await runChecks()).length };
}
