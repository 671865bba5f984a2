// Bundles the exporter into one file that needs nothing but Node: for the image and for systemd. Source nvml and holder
// processes call the driver's library, and for that a native file has to lie beside it, in node_modules; all else runs
// without.
// node exporter/build.mjs [FILE]
import { chmod, cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const outfile = process.argv[2] ?? at('dist/gpuscope-exporter.mjs');

await build({
  entryPoints: [at('src/main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  // The library's sources, so that no build has to come first.
  conditions: ['gpuscope-source'],
  // koffi's native files: one package per system.
  external: ['@koromix/*'],
  // CommonJS packages inside call require for what Node brings along.
  banner: {
    js: "import { createRequire as requireFor } from 'node:module';\nconst require = requireFor(import.meta.url);",
  },
  legalComments: 'linked',
  logLevel: 'warning',
});
await chmod(outfile, 0o755);
await layNative(join(dirname(outfile), 'node_modules/@koromix'));

/**
 * Lays the native files of koffi for Linux that npm installed (the ones for this machine's processor), each with koffi's
 * licence.
 */
async function layNative(target) {
  const koffi = dirname(createRequire(import.meta.url).resolve('koffi'));
  const packages = join(koffi, '../@koromix');
  if (resolve(target) === resolve(packages)) return;
  for (const name of await readdir(packages)) {
    const { os } = JSON.parse(await readFile(join(packages, name, 'package.json'), 'utf8'));
    if (!os.includes('linux')) continue;
    await mkdir(join(target, name), { recursive: true });
    await cp(join(packages, name), join(target, name), { recursive: true });
    await cp(join(koffi, 'LICENSE.txt'), join(target, name, 'LICENSE.txt'));
  }
}
