import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ensurePluginHost } from '../servers/index.js';

/** How a call failed, as Grafana reads it. */
export interface HostFailure {
  readonly code: string;
  readonly message: string;
  readonly source?: string;
}

export interface HostAnswer {
  readonly result?: unknown;
  readonly error?: HostFailure;
}

export interface CallOptions {
  readonly cancelAfterMs?: number;
}

/** A host as Grafana is one, with one plugin. */
export interface PluginHost {
  readonly pluginPid: number;
  call(what: string, request?: unknown, options?: CallOptions): Promise<HostAnswer>;
  /** What was written to stderr until now: the host's log, with the plugin's in it. */
  readonly log: () => readonly Readonly<Record<string, unknown>>[];
  /** kill -9: the plugin is told nothing. */
  kill(): Promise<void>;
  /** Ends the host in order, and the plugin with it. */
  stop(): Promise<void>;
}

export interface HostOptions {
  readonly mtls?: boolean;
  readonly socketDir?: string;
}

interface Waiting {
  readonly resolve: (answer: HostAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** @throws Error where the plugin does not start, with what was logged */
export async function startHost(
  plugin: readonly string[],
  { mtls = false, socketDir }: HostOptions = {},
): Promise<PluginHost> {
  const flags = [
    ...(mtls ? ['-mtls'] : []),
    ...(socketDir === undefined ? [] : ['-socket-dir', socketDir]),
  ];
  const child = spawn(await ensurePluginHost(), [...flags, '--', ...plugin], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const logged: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => logged.push(line));
  const ask = asker(child, logged);
  const { result } = await ask.answerTo(0);
  const end = async (finish: () => unknown): Promise<void> => {
    finish();
    const timer = setTimeout(() => child.kill('SIGKILL'), 40_000);
    await gone;
    clearTimeout(timer);
  };
  return {
    pluginPid: (result as { readonly pid: number }).pid,
    call: ask.call,
    log: () => logged.flatMap(parsed),
    kill: () => end(() => child.kill('SIGKILL')),
    stop: () => end(() => child.stdin.end()),
  };
}

function asker(child: ChildProcess, logged: readonly string[]) {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const answerTo = (id: number): Promise<HostAnswer> =>
    new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  if (child.stdout !== null)
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { id, ...answer } = JSON.parse(line) as HostAnswer & { readonly id: number };
      waiting.get(id)?.resolve(answer);
      waiting.delete(id);
    });
  child.once('exit', () => {
    const error = new Error(`the host has ended; it logged\n${logged.slice(-20).join('\n')}`);
    for (const { reject } of waiting.values()) reject(error);
  });
  return {
    answerTo,
    call: (what: string, request: unknown = {}, { cancelAfterMs = 0 }: CallOptions = {}) => {
      const id = (last += 1);
      child.stdin?.write(`${JSON.stringify({ id, do: what, request, cancelAfterMs })}\n`);
      return answerTo(id);
    },
  };
}

function parsed(line: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    return [JSON.parse(line) as Record<string, unknown>];
  } catch {
    return [];
  }
}
