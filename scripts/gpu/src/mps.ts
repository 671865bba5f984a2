import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Env } from './programs.js';
import { finish } from './programs.js';

const CONTROL = 'nvidia-cuda-mps-control';

/** An MPS server of our own; the GPU's compute mode stays as it is. */
export interface Mps {
  /** For programs that are to use it. */
  readonly env: Env;
  end(): Promise<void>;
}

/**
 * Starts an MPS daemon with folders of its own.
 * @returns why it can't be had, where it can't
 */
export async function startMps(): Promise<Mps | string> {
  const folder = await mkdtemp(join(tmpdir(), 'gpuscope-mps-'));
  const env = { CUDA_MPS_PIPE_DIRECTORY: folder, CUDA_MPS_LOG_DIRECTORY: folder };
  const started = await finish(CONTROL, ['-d'], env);
  if (!started.ok) {
    await rm(folder, { recursive: true, force: true });
    return `MPS can't be had here: ${started.text.trim().split('\n')[0] ?? ''}`;
  }
  return {
    env,
    async end() {
      const child = spawn(CONTROL, [], {
        stdio: ['pipe', 'ignore', 'ignore'],
        env: { ...process.env, ...env },
      });
      const closed = new Promise((resolve) => child.once('close', resolve));
      child.stdin.end('quit\n');
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
