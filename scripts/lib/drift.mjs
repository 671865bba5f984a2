import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

async function listFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/**
 * Compares freshly generated files with the committed ones.
 * @param {string} fresh folder that holds nothing but generated files, at their places below the root
 * @param {string} committed the repository's root
 * @returns {Promise<readonly string[]>} a line per file that is missing or differs
 */
export async function drift(fresh, committed) {
  const lines = [];
  for (const path of (await listFiles(fresh)).sort()) {
    const want = await readFile(join(fresh, path));
    const have = await readFile(join(committed, path)).catch(() => undefined);
    if (have === undefined) lines.push(`missing: ${path}`);
    else if (!have.equals(want)) lines.push(`differs: ${path}`);
  }
  return lines;
}
