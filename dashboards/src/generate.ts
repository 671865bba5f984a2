import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { allBoardFiles } from './files.js';

// node generate.js FOLDER: writes every board to its place below the folder.
const folder = process.argv[2];
if (folder === undefined) throw new Error('name the folder to write to');
for (const [path, text] of allBoardFiles()) {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
