import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const isPreview = (folder: string): boolean => {
  try {
    const text = readFileSync(join(folder, 'package.json'), 'utf8');
    return (JSON.parse(text) as { readonly name?: string }).name === '@gpuscope/preview';
  } catch {
    return false;
  }
};

/** Where this workspace builds its page to: this code runs from its source or compiled, at different depths. */
export function pageFolder(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    if (isPreview(folder)) return join(folder, 'dist/host');
    if (folder === dirname(folder))
      throw new Error(`${start} lies in no workspace @gpuscope/preview`);
  }
}
