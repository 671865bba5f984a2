import { join } from 'node:path';
import { mustRun } from '../../../../servers/command.js';
import { APP, buildFrontEnd } from '../../build/frontEnds.js';

/** Where the backend will run: on this machine's Node, or in a container that has none. */
export type BackendKind = 'node' | 'executable';

/**
 * Lays the app, with the log source and its backend in it, into a folder of plugins.
 *
 * @throws {Error} with a bundler's or the compiler's words
 */
export async function layPlugins(root: string, folder: string, kind: BackendKind): Promise<void> {
  await buildFrontEnd(root, APP);
  await mustRun(process.execPath, [join(root, 'scripts/lib/layPlugins.mjs'), folder, kind]);
}
