// Writes deploy/manifests from the chart, or with --check says which of them drifted. Helm is built when it is not cached.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../scripts/lib/root.mjs';
import { loadServers } from '../scripts/lib/servers.mjs';

const unknown = process.argv.slice(2).find((arg) => arg !== '--check');
if (unknown !== undefined) throw new Error(`unknown argument ${unknown}; allowed: --check`);
const isCheck = process.argv.includes('--check');
const { renderManifests } = await loadServers();

for (const [path, text] of await renderManifests()) {
  const file = join(root, path);
  const have = await readFile(file, 'utf8').catch(() => '');
  if (have === text) continue;
  console.log(isCheck ? `differs: ${path}` : `wrote ${path}`);
  if (isCheck) process.exitCode = 1;
  else await writeFile(file, text);
}
