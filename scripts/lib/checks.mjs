// The checks that need no test: each is a tool with its arguments, in the order in which they are shown.
import { runChild, runTool } from './children.mjs';
import { step } from './steps.mjs';

const checks = [
  {
    name: 'format (prettier)',
    run: () => runTool('prettier', ['--check', '--log-level=warn', '.']),
  },
  { name: 'types (tsc)', run: () => runTool('tsc', ['-p', 'tsconfig.check.json']) },
  { name: 'lint (eslint)', run: () => runTool('eslint', ['--max-warnings=0', '.']) },
  {
    name: 'imports (dependency-cruiser)',
    run: () =>
      runTool('depcruise', [
        '--output-type=err',
        'aggregation',
        'exporter',
        'dashboards',
        'provisioning',
        'test',
      ]),
  },
  {
    name: 'unused code (knip)',
    run: () => runTool('knip', ['--no-progress', '--treat-config-hints-as-errors']),
  },
  {
    name: 'generated files',
    run: () => runChild(process.execPath, ['scripts/generate.mjs', '--check']),
  },
];

/**
 * Runs every check, whatever the others say; a failing one shows its tool's own words.
 * @returns {Promise<readonly string[]>} the names of those that failed
 */
export async function runChecks() {
  const failed = [];
  for (const { name, run } of checks) {
    try {
      await step(name, async () => {
        const { code, output } = await run();
        if (code !== 0) throw new Error(output.trim());
      });
    } catch (error) {
      failed.push(name);
      console.log(error.message);
    }
  }
  return failed;
}
