// Lays the built plugins where a Grafana loads them from: node scripts/lib/layPlugins.mjs FOLDER node|executable
import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleBackend } from './package/bundle.mjs';
import { layPlugin, plugins, readPlugin } from './package/plugin.mjs';
import { loadServers } from './servers.mjs';

/** Grafana's names for what this machine is. */
const platform = `${process.platform}_${process.arch === 'arm64' ? 'arm64' : 'amd64'}`;

/** Grafana gives its plugins no PATH: the very Node that runs this is named. */
const launcher = () => `#!/bin/sh
exec ${quoted(process.execPath)} "$(dirname "$0")/backend.mjs"
`;

const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

async function layBackend(folder, executable, kind, bundle) {
  if (kind === 'executable') {
    const { compileProgram, ownArchitecture } = await loadServers();
    const architecture = ownArchitecture();
    await compileProgram(bundle, architecture, join(folder, `${executable}_linux_${architecture}`));
    return;
  }
  copyFileSync(bundle, join(folder, 'backend.mjs'));
  const path = join(folder, `${executable}_${platform}`);
  writeFileSync(path, launcher());
  chmodSync(path, 0o755);
}

const [target, kind] = process.argv.slice(2);
if (target === undefined || !['node', 'executable'].includes(kind)) {
  console.error('node scripts/lib/layPlugins.mjs FOLDER node|executable');
  process.exit(1);
}
const work = mkdtempSync(join(tmpdir(), 'gpuscope-lay-'));
try {
  const app = readPlugin(plugins.app);
  const logs = readPlugin(plugins.logs);
  const bundle = join(work, 'backend.mjs');
  const sources = await bundleBackend(bundle);
  const appFolder = join(target, app.id);
  const logsFolder = join(appFolder, logs.id);
  layPlugin(appFolder, plugins.app, { without: logs.id });
  layPlugin(logsFolder, plugins.logs, { sources, withBun: kind === 'executable' });
  await layBackend(logsFolder, logs.executable, kind, bundle);
} finally {
  rmSync(work, { recursive: true, force: true });
}
