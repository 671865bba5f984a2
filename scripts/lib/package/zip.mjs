// Zip files that are the same whenever they are made of the same files.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The first day that a zip file can name, in whatever time zone: the bytes are the same everywhere. */
const NO_TIME = new Date(1980, 0, 1);

const UNIX = 3;

/** All files below a folder, by their paths, in order. */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

/**
 * @param {string} folder what goes in
 * @param {string} name the one folder that the zip file holds
 * @returns {Promise<Uint8Array>} programs stay executable
 */
export async function zipFolder(folder, name) {
  const { zipSync } = await import('fflate');
  const entries = filesBelow(folder).map((path) => {
    const file = join(folder, path);
    const isProgram = (statSync(file).mode & 0o100) !== 0;
    const attrs = ((0o100000 | (isProgram ? 0o755 : 0o644)) << 16) >>> 0;
    return [`${name}/${path}`, [readFileSync(file), { mtime: NO_TIME, os: UNIX, attrs, level: 6 }]];
  });
  return zipSync(Object.fromEntries(entries));
}
