// Lays a folder with all that measuring needs: the exporter, the measuring program, the native part of both.
import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createGzip } from 'node:zlib';
import { build } from 'esbuild';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Node is packed, as it is three times as large otherwise; it is unpacked beside the kit when first used. */
const START = `#!/bin/sh
set -e
here=$(cd "$(dirname "$0")" && pwd)
node="\${TMPDIR:-/tmp}/gpuscope-node-$$"
trap 'rm -f "$node"' EXIT
gunzip -c "$here/node.gz" > "$node"
chmod +x "$node"
"$node" "$here/measure.mjs" "$@"
`;

/**
 * @param {string} folder is made where it is not there
 * @param {{ withNode: boolean }} options whether the Node that runs this comes along (of the same system and processor)
 */
export async function makeKit(folder, { withNode }) {
  await mkdir(folder, { recursive: true });
  await promisify(execFile)(process.execPath, [
    at('../../exporter/build.mjs'),
    join(folder, 'gpuscope-exporter.mjs'),
  ]);
  await build({
    entryPoints: [at('src/main.ts')],
    outfile: join(folder, 'measure.mjs'),
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    conditions: ['gpuscope-source'],
    external: ['@koromix/*'],
    banner: {
      js: "import { createRequire as requireFor } from 'node:module';\nconst require = requireFor(import.meta.url);",
    },
    logLevel: 'warning',
  });
  if (!withNode) return;
  await pipeline(
    createReadStream(process.execPath),
    createGzip({ level: 9 }),
    createWriteStream(join(folder, 'node.gz')),
  );
  await writeFile(join(folder, 'measure.sh'), START, { mode: 0o755 });
}
