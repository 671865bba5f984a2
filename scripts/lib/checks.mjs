// The checks that need no test: each is a script of package.json, so that it can be run alone.
import { isStopping, runChild } from './children.mjs';
import { step } from './steps.mjs';

const checks = [
  { name: 'format', script: 'check:format' },
  { name: 'types', script: 'check:types' },
  { name: 'lint', script: 'check:lint' },
  { name: 'imports', script: 'check:imports' },
  { name: 'unused code', script: 'check:unused' },
  { name: 'generated files', script: 'check:generated' },
];

async function runCheck(script) {
  const { code, output } = await runChild('npm', ['run', '--silent', script]);
  if (code !== 0) throw new Error(output.trim());
}

/**
 * Runs every check, whatever the others say; a failing one shows its tool's own words.
 * @returns {Promise<readonly string[]>} the names of those that failed
 */
export async function runChecks() {
  const failed = [];
  for (const { name, script } of checks) {
    if (isStopping()) break;
    try {
      await step(`Checking ${name}`, () => runCheck(script));
    } catch (error) {
      failed.push(name);
      console.log(error.message);
    }
  }
  return failed;
}
