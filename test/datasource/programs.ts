import { join } from 'node:path';
import { compileProgram, ownArchitecture } from '../servers/index.js';
import { bundleForNode } from './bundle.js';

/** The ways in which a plugin can be shipped. */
export type Runtime = 'Node' | 'one executable';

/** Builds the plugin of the tests into a folder. @returns the command that starts it */
export async function buildPlugin(runtime: Runtime, folder: string): Promise<readonly string[]> {
  const bundle = join(folder, 'plugin.mjs');
  const command = await bundleForNode('test/datasource/plugin/main.ts', bundle);
  if (runtime === 'Node') return command;
  const program = join(folder, 'plugin');
  await compileProgram(bundle, ownArchitecture(), program);
  return [program];
}
