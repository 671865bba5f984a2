import { join } from 'node:path';
import { compileProgram, ownArchitecture } from '../servers/index.js';
import { bundleForNode } from './bundle.js';

/** The ways in which a plugin can be shipped. */
export type Runtime = 'Node' | 'one executable';

/** What answers as its questions say, and what is shipped. */
export const ANSWERING = 'test/datasource/plugin/main.ts';
export const SHIPPED = 'datasource/backend/main.ts';

/** Builds a plugin into a folder. @returns the command that starts it */
export async function buildPlugin(
  runtime: Runtime,
  entry: string,
  folder: string,
): Promise<readonly string[]> {
  const bundle = join(folder, 'plugin.mjs');
  const command = await bundleForNode(entry, bundle);
  if (runtime === 'Node') return command;
  const program = join(folder, 'plugin');
  await compileProgram(bundle, ownArchitecture(), program);
  return [program];
}
