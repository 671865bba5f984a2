import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** What changes nothing in a bundle. */
const isLeftOut = (name: string): boolean =>
  ['node_modules', 'dist', 'testing'].includes(name) || /\.test\.tsx?$/.test(name);

/** A fingerprint of files and folders below a root: another one as soon as a bundle of them may differ. */
export async function sourcesHash(root: string, paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await Promise.all(paths.map((path) => filesOf(join(root, path))))).flat()) {
    const content = await readFile(file);
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** In an order that is always the same. */
async function filesOf(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [path];
  const found = entries
    .filter(({ name }) => !isLeftOut(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => {
      const inner = join(path, entry.name);
      return entry.isDirectory() ? filesOf(inner) : Promise.resolve([inner]);
    });
  return (await Promise.all(found)).flat();
}
