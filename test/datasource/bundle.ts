import { join } from 'node:path';
import { mustRun } from '../servers/command.js';
import { repositoryRoot } from '../servers/repository.js';

/** Bundles a program of this repository from its source. @returns the command that runs it under Node */
export async function bundleForNode(entry: string, target: string): Promise<readonly string[]> {
  const root = repositoryRoot();
  const banner =
    "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";
  await mustRun(join(root, 'node_modules/.bin/esbuild'), [
    join(root, entry),
    '--bundle',
    '--platform=node',
    '--format=esm',
    '--conditions=gpuscope-source',
    `--banner:js=${banner}`,
    '--log-level=error',
    `--outfile=${target}`,
  ]);
  return [process.execPath, target];
}
