// Bundles the exporter into one file that needs nothing but Node: for the image and for systemd.
// node exporter/build.mjs [FILE]
import { chmod } from 'node:fs/promises';
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
  // CommonJS packages inside call require for what Node brings along.
  banner: {
    js: "import { createRequire as requireFor } from 'node:module';\nconst require = requireFor(import.meta.url);",
  },
  legalComments: 'linked',
  logLevel: 'warning',
});
await chmod(outfile, 0o755);
