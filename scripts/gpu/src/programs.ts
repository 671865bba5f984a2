import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { LoadOrder } from './load.js';
import type { LoadLog } from './truth.js';

export interface Finished {
  readonly ok: boolean;
  /** Standard output; standard error too where it failed. */
  readonly text: string;
}

export type Env = Readonly<Record<string, string | undefined>>;

/** Runs a program to its end; a program that is not there has failed, too. */
export async function finish(file: string, args: readonly string[], env?: Env): Promise<Finished> {
  const child = spawn(file, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const failure = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`${file} can't be started: ${error.message}`));
  });
  const closed = once(child, 'close').then(([code]) => code === 0);
  const outcome = await Promise.race([
    failure.then((words) => ({ ok: false, text: words })),
    Promise.all([closed, text(child.stdout), text(child.stderr)]).then(([ok, out, err]) => ({
      ok,
      text: ok ? out : `${out}${err}`,
    })),
  ]);
  return outcome;
}

/** A load at work. */
export interface RunningLoad {
  /** Tells it to end; answers its log. */
  end(): Promise<LoadLog>;
}

const READY_MS = 60_000;

/**
 * Starts a load and waits until it works.
 * @throws Error with the load's own words
 */
export async function startLoad(
  program: string,
  order: LoadOrder,
  env?: Env,
): Promise<RunningLoad> {
  const child = spawn(process.execPath, [program, 'load', JSON.stringify(order)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const complaints = text(child.stderr);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const { value, done } = (await lines.next()) as { value?: string; done?: boolean };
    if (done !== true && value !== undefined) return value;
    throw new Error(`load ${order.name}: ${(await complaints).trim() || 'ended without a word'}`);
  };
  const timer = setTimeout(() => child.kill('SIGKILL'), READY_MS);
  try {
    if ((await next()) !== 'ready') throw new Error(`load ${order.name}: said something else`);
  } finally {
    clearTimeout(timer);
  }
  return {
    async end() {
      child.stdin.end();
      return JSON.parse(await next()) as LoadLog;
    },
  };
}
