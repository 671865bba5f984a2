import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProgram } from './command.js';

export interface ServerSpec {
  /** For messages. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** File that takes what the server prints. */
  readonly log: string;
  /** True once the server answers, and the answer shows that it is this process; may throw while it does not. */
  readonly isReady: (pid: number) => Promise<boolean>;
  readonly deadlineMs: number;
  /** How long a server has for its orderly end before it is killed. */
  readonly stopMs?: number;
}

export interface ServerProcess {
  readonly pid: number;
  /** Ends it: SIGTERM, then SIGKILL. Safe to call twice. */
  stop(): Promise<void>;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
  readonly log: string;
}

/** A server ended, or did not answer in time. */
class ServerStartError extends Error {
  override readonly name = 'ServerStartError';
}

/**
 * Starts a server and waits until it answers.
 *
 * On Linux the kernel ends it when this process is gone, however that came about.
 *
 * @throws {ServerStartError} with the last lines that the server printed
 */
export async function startProcess(spec: ServerSpec): Promise<ServerProcess> {
  const child = spawnServer(spec);
  const { pid } = child;
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const end = async (signal: NodeJS.Signals, ms: number): Promise<void> => {
    if (isGone(child)) return;
    child.kill(signal);
    const late = sleep(ms, 'late', { ref: false });
    if ((await Promise.race([gone, late])) === 'late') await end('SIGKILL', 60_000);
  };
  if (pid === undefined || !(await becomesReady(spec, child, pid))) {
    const why = isGone(child) ? 'ended' : `did not answer within ${spec.deadlineMs / 1000} s`;
    await end('SIGKILL', 60_000);
    throw new ServerStartError(`${spec.name} ${why}. Its last words:\n${lastLines(spec.log)}`);
  }
  return {
    pid,
    log: spec.log,
    stop: () => end('SIGTERM', spec.stopMs ?? 10_000),
    kill: () => end('SIGKILL', 60_000),
  };
}

const isGone = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

function spawnServer(spec: ServerSpec): ChildProcess {
  const setpriv = process.platform === 'linux' ? findProgram('setpriv') : undefined;
  const [command, args] =
    setpriv === undefined
      ? [spec.command, spec.args]
      : [setpriv, ['--pdeathsig', 'KILL', '--', spec.command, ...spec.args]];
  const out = openSync(spec.log, 'a');
  try {
    return spawn(command, args, {
      ...(spec.cwd === undefined ? {} : { cwd: spec.cwd }),
      env: { ...process.env, ...spec.env },
      stdio: ['ignore', out, out],
    });
  } finally {
    closeSync(out);
  }
}

async function becomesReady(spec: ServerSpec, child: ChildProcess, pid: number): Promise<boolean> {
  const deadline = performance.now() + spec.deadlineMs;
  while (performance.now() < deadline && !isGone(child)) {
    if ((await spec.isReady(pid).catch(() => false)) && !isGone(child)) return true;
    await sleep(50);
  }
  return false;
}

function lastLines(log: string): string {
  return readFileSync(log, 'utf8').trim().split('\n').slice(-20).join('\n');
}

/**
 * Starts a server on a free port, with another one when somebody was quicker.
 *
 * @param start is given a port; what it throws is passed on unless its log names a port in use
 */
export async function withFreePort<T>(
  pick: () => Promise<number>,
  start: (port: number) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(await pick());
    } catch (error) {
      const taken =
        error instanceof Error && /address already in use|EADDRINUSE/.test(error.message);
      if (!taken || attempt === 5) throw error;
    }
  }
}
