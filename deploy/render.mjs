// Writes deploy/manifests from the chart, or with --check says which of them drifted. Helm is built when it is not cached.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bootstrap } from '../scripts/bootstrap.mjs';
import { root } from '../scripts/lib/root.mjs';
import { loadServers } from '../scripts/lib/servers.mjs';

const unknown = process.argv.slice(2).find((arg) => arg !== '--check');
if (unknown !== undefined) {
  console.error(`unknown argument ${unknown}; allowed: --check`);
  process.exit(1);
}
const isCheck = process.argv.includes('--check');
await bootstrap();
const { renderManifests } = await loadServers();

for (const [path, text] of await renderManifests()) {
  const file = join(root, path);
  const have = await readFile(file, 'utf8').catch(() => '');
  if (have === text) continue;
  console.log(isCheck ? `differs: ${path}` : `wrote ${path}`);
  if (isCheck) process.exitCode = 1;
  else await writeFile(file, text);
}
