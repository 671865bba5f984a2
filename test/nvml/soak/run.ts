import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';
import { repositoryRoot } from '../../servers/repository.js';
import type { Mark } from './size.js';

async function bundleSoak(folder: string): Promise<string> {
  const outfile = join(folder, 'soak.mjs');
  await build({
    entryPoints: [join(repositoryRoot(), 'test/nvml/soak/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['gpuscope-source'],
    external: ['@koromix/*'],
    banner: {
      js: "import { createRequire as requireFor } from 'node:module';\nconst require = requireFor(import.meta.url);",
    },
    logLevel: 'silent',
  });
  return outfile;
}

export interface SoakOptions {
  /** Where the exporter's bundle lies; ours is laid beside it. */
  readonly folder: string;
  readonly program: string;
  readonly config: string;
  readonly cycles: number;
  /** Told of each mark; the next cycles wait for it. */
  readonly onMark: (mark: Mark) => Promise<void>;
}

/** Runs cycles to their end. @throws {Error} with the program's last words */
export async function soak(options: SoakOptions): Promise<void> {
  const { folder, program, config, cycles, onMark } = options;
  const file = await bundleSoak(folder);
  const args = ['--expose-gc', file, config, program, String(cycles)];
  const child = spawn(process.execPath, args, { env: {} });
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  const words = text(child.stderr);
  for await (const line of createInterface(child.stdout)) {
    await onMark(JSON.parse(line) as Mark);
    child.stdin.write('\n');
  }
  const status = await exit;
  if (status !== 0) throw new Error(`the soak ended with ${status}: ${await words}`);
}
