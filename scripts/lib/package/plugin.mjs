// The folders that become zip files: a front end, and where it has one a backend beside it.
import { chmodSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { bundledFiles } from './bundled.mjs';
import { licencesOf } from './licences.mjs';

/** What `npm run package` makes: the app holds the log source in a folder of the source's id. */
export const plugins = {
  logs: {
    built: join(root, 'plugin/dist/plugin/gpuscope-logs-datasource'),
    context: join(root, 'datasource/src'),
  },
  app: { built: join(root, 'plugin/dist/plugin'), context: join(root, 'plugin/src') },
};

/** @returns {{ id: string, executable?: string, version: string }} what plugin.json says */
export function readPlugin({ built }) {
  const { id, executable, info } = JSON.parse(readFileSync(join(built, 'plugin.json'), 'utf8'));
  return { id, executable, version: info.version };
}

/** Bun's own licence, and where that of the engine within it is to be found. */
const BUN_NOTICE = `The program holds Bun 1.4.5 (MIT; https://github.com/oven-sh/bun/blob/main/LICENSE.md), and with it
JavaScriptCore (LGPL 2; its source and how to link another one: https://github.com/oven-sh/bun#license).
`;

/**
 * Lays a front end and what its licences ask for.
 * @param {string} folder
 * @param {{ built: string, context: string }} plugin
 * @param {{ sources?: readonly string[], withBun?: boolean, without?: string }} [more] `sources`: files of other
 *   packages that went into the backend; `without`: a folder of the build that is laid by itself
 */
export function layPlugin(folder, plugin, { sources = [], withBun = false, without } = {}) {
  const { built, context } = plugin;
  const left = without === undefined ? undefined : join(built, without);
  const isLaid = (path) => path !== left && !path.endsWith('.map') && !/\/gpx_[^/]*$/.test(path);
  cpSync(built, folder, { recursive: true, filter: isLaid });
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  const notice = withBun ? `${BUN_NOTICE}\n` : '';
  const licences = licencesOf([...sources, ...bundledFiles(built, context)]);
  writeFileSync(join(folder, 'THIRD-PARTY-LICENCES.txt'), `${notice}${licences}`);
}

/** Grafana gives its plugins no PATH; the shell takes the place of no process, so that signals reach Node. */
const LAUNCHER = `#!/bin/sh
PATH="\${PATH:-/usr/local/bin:/usr/bin:/bin}" exec node "$(dirname "$0")/backend.mjs"
`;

const NODE_PLATFORMS = ['linux_amd64', 'linux_arm64', 'darwin_amd64', 'darwin_arm64'];

/** A backend that runs on the Node of its machine: for developers. */
export function layNodeBackend(folder, executable, bundle) {
  cpSync(bundle, join(folder, 'backend.mjs'));
  for (const platform of NODE_PLATFORMS) {
    const path = join(folder, `${executable}_${platform}`);
    writeFileSync(path, LAUNCHER);
    chmodSync(path, 0o755);
  }
}
