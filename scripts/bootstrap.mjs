// Sets a fresh clone up: packages, then the compiled workspaces. Says nothing when there is nothing to do.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runChild, runTool } from './lib/children.mjs';
import { needsInstall } from './lib/install.mjs';
import { nodeVersionProblem } from './lib/nodeVersion.mjs';
import { root } from './lib/root.mjs';
import { step } from './lib/steps.mjs';

/** What package-lock.json says, unchanged. `npm ci` would refuse a registry that lacks packages of other platforms. */
async function install() {
  const { code, output } = await runChild('npm', [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (code !== 0) throw new Error(`npm install ended with status ${code}:\n${output.trim()}`);
}

/**
 * Compiles what is out of date, with project references.
 * @param {string} [project] a workspace's folder; left out, all of them
 */
export async function build(project) {
  const { code, output } = await runTool('tsc', [
    '-b',
    ...(project === undefined ? [] : [project]),
  ]);
  if (code !== 0) throw new Error(`tsc -b ended with status ${code}:\n${output.trim()}`);
}

/** Checks Node's version and installs the packages when node_modules is not what package-lock.json says. */
export async function bootstrap() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const problem = nodeVersionProblem(process.version, engines.node);
  if (problem !== undefined) throw new Error(problem);
  if (await needsInstall(root)) await step('Installing the packages (npm install)', install);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await bootstrap();
    await step('Compiling (tsc -b)', () => build());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
