// Writes the files that are made from code, or with --check compares them and lists what drifted.
// A workspace that has something to generate has a src/generate.ts; it takes the folder to write to.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap, build } from './bootstrap.mjs';
import { runChild } from './lib/children.mjs';
import { drift } from './lib/drift.mjs';
import { root } from './lib/root.mjs';

const workspaces = ['dashboards', 'provisioning'];

async function generateInto(folder) {
  for (const workspace of workspaces) {
    if (!existsSync(join(root, workspace, 'src/generate.ts'))) continue;
    await build(workspace);
    const program = join(root, workspace, 'dist/generate.js');
    const { code, output } = await runChild(process.execPath, [program, folder]);
    if (code !== 0)
      throw new Error(`${workspace}/generate ended with status ${code}:\n${output.trim()}`);
  }
}

async function check() {
  const folder = await mkdtemp(join(tmpdir(), 'gpuscope-generate-'));
  try {
    await generateInto(folder);
    const drifted = await drift(folder, root);
    if (drifted.length === 0) return;
    throw new Error(`${drifted.join('\n')}\nRun npm run generate and commit what it writes.`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

try {
  const unknown = process.argv.slice(2).filter((arg) => arg !== '--check');
  if (unknown.length > 0) throw new Error(`unknown argument ${unknown[0]}; allowed: --check`);
  await bootstrap();
  await (process.argv.includes('--check') ? check() : generateInto(root));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
