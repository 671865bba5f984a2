// Makes the zip files of npm run package, and what goes with them.
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from '../children.mjs';
import { root } from '../root.mjs';
import { loadServers } from '../servers.mjs';
import { step } from '../steps.mjs';
import { bundleBackend } from './bundle.mjs';
import { layNodeBackend, layPlugin, plugins, readPlugin } from './plugin.mjs';
import { appYaml, dataSourceYaml, grafanaIni } from './provisioning.mjs';
import { zipFolder } from './zip.mjs';

/** `node` runs on the Node of its machine; the others bring all they need, and run on Linux. */
export const variants = ['amd64', 'arm64', 'node'];

async function buildFrontEnds() {
  // The app's build makes the log source's, too.
  const { code, output } = await runChild(process.execPath, [join(root, 'plugin/build.mjs')]);
  if (code !== 0) throw new Error(`the front ends can not be built:\n${output.trim()}`);
  return output.trim();
}

/**
 * @param {readonly string[]} chosen some of `variants`
 * @param {string} target folder that is emptied and filled
 * @returns {Promise<readonly string[]>} names of the files that were written
 */
export async function packageAll(chosen, target) {
  const work = await mkdtemp(join(tmpdir(), 'gpuscope-package-'));
  try {
    await step('Bundling the front ends', buildFrontEnds);
    const bundle = join(work, 'backend.mjs');
    let sources = [];
    await step('Bundling the backend', async () => void (sources = await bundleBackend(bundle)));
    await rm(target, { recursive: true, force: true });
    await mkdir(target, { recursive: true });
    const files = new Map();
    for (const variant of chosen)
      await step(`Packing ${variant}`, async () => {
        const zips = await pack(variant, join(work, variant), bundle, sources);
        for (const [name, bytes] of zips) files.set(name, bytes);
        return zips.map(([, bytes]) => `${(bytes.length / 1e6).toFixed(1)} MB`).join(', ');
      });
    const [app, logs] = [plugins.app, plugins.logs].map((plugin) => readPlugin(plugin).id);
    files.set('grafana.ini', Buffer.from(grafanaIni(app, logs)));
    files.set('gpuscope-logs.yaml', Buffer.from(dataSourceYaml(logs)));
    files.set('gpuscope-app.yaml', Buffer.from(appYaml(app)));
    files.set('SHA256SUMS', Buffer.from(checksums(files)));
    for (const [name, bytes] of files) await writeFile(join(target, name), bytes);
    return [...files.keys()];
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The log source by itself, and the app with the very same log source inside. */
async function pack(variant, folder, bundle, sources) {
  const app = readPlugin(plugins.app);
  const logs = readPlugin(plugins.logs);
  const [appFolder, logsFolder] = [join(folder, app.id), join(folder, app.id, logs.id)];
  layPlugin(appFolder, plugins.app, { without: logs.id });
  layPlugin(logsFolder, plugins.logs, { sources, withBun: variant !== 'node' });
  if (variant === 'node') layNodeBackend(logsFolder, logs.executable, bundle);
  else {
    const { compileProgram } = await loadServers();
    const program = join(logsFolder, `${logs.executable}_linux_${variant}`);
    await compileProgram(bundle, variant, program);
  }
  const platform = variant === 'node' ? 'node' : `linux_${variant}`;
  return [
    [`${app.id}-${app.version}.${platform}.zip`, await zipFolder(appFolder, app.id)],
    [`${logs.id}-${logs.version}.${platform}.zip`, await zipFolder(logsFolder, logs.id)],
  ];
}

/** As sha256sum writes and checks them. */
const checksums = (files) =>
  [...files]
    .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
    .join('');
