// Which files of other packages went into a front end: its source maps tell.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../root.mjs';

/** `webpack://<name>/<path from the folder in which the bundle was made>` */
const SOURCE = /^webpack:\/\/[^/]+\/(.+)$/;

/**
 * @param {string} folder the built front end; folders within it are not looked at
 * @param {string} context the folder that paths in its source maps start from
 * @returns {readonly string[]} paths below the repository's root
 */
export function bundledFiles(folder, context) {
  const maps = readdirSync(folder).filter((name) => name.endsWith('.js.map'));
  const paths = maps.flatMap((name) =>
    JSON.parse(readFileSync(join(folder, name), 'utf8')).sources.flatMap((source) => {
      const [, path] = SOURCE.exec(source) ?? [];
      return path?.includes('node_modules/') ? [relative(root, join(context, path))] : [];
    }),
  );
  return [...new Set(paths)].filter((path) => !path.startsWith('..'));
}
