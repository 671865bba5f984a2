// The plugin's backend as one file for Node, from its source.
import { join } from 'node:path';
import { root } from '../root.mjs';

/**
 * @param {string} outfile
 * @returns {Promise<readonly string[]>} the files of other packages that went in
 */
export async function bundleBackend(outfile) {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    entryPoints: [join(root, 'datasource/backend/main.ts')],
    outfile,
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    conditions: ['gpuscope-source'],
    // CommonJS packages inside call require for what Node brings along.
    banner: {
      js: "import { createRequire as requireFor } from 'node:module';\nconst require = requireFor(import.meta.url);",
    },
    // Of no folder: one file has none beside it, and the compiled program would hold the path that it was made in.
    define: { __dirname: '"."', __filename: '"backend.mjs"' },
    // Their licences are collected as a whole.
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
  });
  return Object.keys(metafile.inputs).filter((path) => path.includes('node_modules/'));
}
