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
import { layNodeBackend, layPlugin, readPlugin } from './plugin.mjs';
import { dataSourceYaml, grafanaIni } from './provisioning.mjs';
import { zipFolder } from './zip.mjs';

/** `node` runs on the Node of its machine; the others bring all they need, and run on Linux. */
export const variants = ['amd64', 'arm64', 'node'];

async function buildFrontEnd() {
  const { code, output } = await runChild(process.execPath, [join(root, 'datasource/build.mjs')]);
  if (code !== 0) throw new Error(`the front end can not be built:\n${output.trim()}`);
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
    await step('Bundling the front end', buildFrontEnd);
    const bundle = join(work, 'backend.mjs');
    let sources = [];
    await step('Bundling the backend', async () => void (sources = await bundleBackend(bundle)));
    await rm(target, { recursive: true, force: true });
    await mkdir(target, { recursive: true });
    const files = new Map();
    for (const variant of chosen)
      await step(`Packing ${variant}`, async () => {
        const [name, bytes] = await pack(variant, join(work, variant), bundle, sources);
        files.set(name, bytes);
        return `${(bytes.length / 1e6).toFixed(1)} MB`;
      });
    const { id } = readPlugin();
    files.set('grafana.ini', Buffer.from(grafanaIni(id)));
    files.set('gpuscope-logs.yaml', Buffer.from(dataSourceYaml(id)));
    files.set('SHA256SUMS', Buffer.from(checksums(files)));
    for (const [name, bytes] of files) await writeFile(join(target, name), bytes);
    return [...files.keys()];
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function pack(variant, folder, bundle, sources) {
  const { id, executable, version } = readPlugin();
  layPlugin(folder, sources, { withBun: variant !== 'node' });
  if (variant === 'node') layNodeBackend(folder, executable, bundle);
  else {
    const { compileProgram } = await loadServers();
    await compileProgram(bundle, variant, join(folder, `${executable}_linux_${variant}`));
  }
  const platform = variant === 'node' ? 'node' : `linux_${variant}`;
  return [`${id}-${version}.${platform}.zip`, await zipFolder(folder, id)];
}

/** As sha256sum writes and checks them. */
const checksums = (files) =>
  [...files]
    .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
    .join('');
