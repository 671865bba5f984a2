// The folders that become zip files: the front end, and beside it a backend.
import { chmodSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { licencesOf } from './licences.mjs';

const frontEnd = join(root, 'datasource/dist/plugin');

/** @returns {{ id: string, executable: string, version: string }} what plugin.json says */
export function readPlugin() {
  const { id, executable, info } = JSON.parse(readFileSync(join(frontEnd, 'plugin.json'), 'utf8'));
  return { id, executable, version: info.version };
}

/** Bun's own licence, and where that of the engine within it is to be found. */
const BUN_NOTICE = `The program holds Bun 1.4.5 (MIT; https://github.com/oven-sh/bun/blob/main/LICENSE.md), and with it
JavaScriptCore (LGPL 2; its source and how to link another one: https://github.com/oven-sh/bun#license).
`;

/** What every variant holds. @param {readonly string[]} sources files of other packages that went into the backend */
export function layPlugin(folder, sources, { withBun }) {
  cpSync(frontEnd, folder, { recursive: true, filter: (path) => !path.endsWith('.map') });
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  const notice = withBun ? `${BUN_NOTICE}\n` : '';
  writeFileSync(join(folder, 'THIRD-PARTY-LICENCES.txt'), `${notice}${licencesOf(sources)}`);
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
