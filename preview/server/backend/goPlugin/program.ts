import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { HOST_COOKIE, PROTOCOL_VERSIONS } from '@gpuscope/datasource/protocol';
import { readHandshake } from './handshake.js';

/** A plugin's program and what it is given. */
export interface ProgramSpec {
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Takes what it logs, a line each. */
  readonly log: (line: string) => void;
}

export interface Program {
  readonly pid: number;
  /** As gRPC writes it. */
  readonly address: string;
  /** Resolves when it has ended, with how it did. */
  readonly ended: Promise<string>;
  /** kill -9 after a time in which it may end by itself. */
  endWithin(ms: number): Promise<void>;
}

/** Generous: a compiled program is up within a second, on a busy machine within some. */
const START_MS = 60_000;

const LAST_LINES = 8;

/**
 * Starts a plugin's program as Grafana does, with little of our own environment, and waits for its first line.
 *
 * @throws {Error} where it does not start, with its last words
 */
export async function startProgram({ command, env, log }: ProgramSpec): Promise<Program> {
  const [file = '', ...args] = command;
  const child = spawn(file, args, {
    env: { ...ownEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const last: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    last.push(line);
    if (last.length > LAST_LINES) last.shift();
    log(line);
  });
  const ended = endOf(child);
  try {
    const line = await Promise.race([firstLine(child), refusal(ended, last), tooLate()]);
    const address = readHandshake(line);
    return { pid: child.pid ?? 0, address, ended, endWithin: (ms) => end(child, ended, ms) };
  } catch (error) {
    await end(child, ended, 0);
    throw error;
  }
}

const ownEnvironment = (): Record<string, string> => ({
  [HOST_COOKIE.name]: HOST_COOKIE.value,
  PLUGIN_PROTOCOL_VERSIONS: PROTOCOL_VERSIONS.plugin,
  GF_VERSION: '12.4.0',
  ...(process.env['TMPDIR'] !== undefined && { TMPDIR: process.env['TMPDIR'] }),
});

const endOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve(`it can't be started: ${error.message}`));
    child.once('exit', (code, signal) =>
      resolve(signal === null ? `it ended with status ${code}` : `it was ended by ${signal}`),
    );
  });

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    if (child.stdout !== null) createInterface({ input: child.stdout }).once('line', resolve);
  });

async function refusal(ended: Promise<string>, last: readonly string[]): Promise<never> {
  const how = await ended;
  throw new Error([`${how} before it said where it listens`, ...last].join('\n'));
}

const tooLate = (): Promise<never> =>
  new Promise((_resolve, reject) => {
    const why = `it has not said within ${START_MS / 1000} s where it listens`;
    setTimeout(() => reject(new Error(why)), START_MS).unref();
  });

async function end(child: ChildProcess, ended: Promise<string>, ms: number): Promise<void> {
  if (child.pid === undefined) return;
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  await ended;
  clearTimeout(timer);
}
