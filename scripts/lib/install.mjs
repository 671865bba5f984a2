import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes node_modules/.package-lock.json as
 * its last act, so a half-finished installation has none. Packages for other platforms may be absent.
 * @param {{ packages: Record<string, { version?: string, integrity?: string, link?: boolean, optional?: boolean }> }} wanted
 * @param {{ packages: Record<string, { version?: string, integrity?: string, link?: boolean }> }} present
 */
function isInstalled(wanted, present) {
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (!path.includes('node_modules/')) return true;
    const found = present.packages[path];
    if (found === undefined) return entry.optional === true;
    return (
      found.version === entry.version &&
      found.integrity === entry.integrity &&
      found.link === entry.link
    );
  });
}

const readJson = async (path) => JSON.parse(await readFile(path, 'utf8'));

/** @param {string} root the repository's root */
export async function needsInstall(root) {
  const wanted = await readJson(join(root, 'package-lock.json'));
  const present = await readJson(join(root, 'node_modules/.package-lock.json')).catch(
    () => undefined,
  );
  return present === undefined || !isInstalled(wanted, present);
}
