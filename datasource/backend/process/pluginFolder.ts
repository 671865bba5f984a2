import { dirname } from 'node:path';

/** Where a compiled program finds its own source: no folder of the machine. */
const INSIDE = '/$bunfs/';

/**
 * The folder that the plugin lies in, of which Grafana gives away every file. `script` is what runs: a file beside the
 * others under Node, something inside the program where it is one executable.
 */
export function pluginFolder(execPath: string, script: string | undefined): string {
  return dirname(script === undefined || script.startsWith(INSIDE) ? execPath : script);
}
