import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { repositoryRoot } from '../../servers/repository.js';

/** Bundles the exporter into a folder of its own, as the image and systemd get it; answers the file. */
export async function bundle(folder: string): Promise<string> {
  const root = repositoryRoot();
  const file = join(folder, 'gpuscope-exporter.mjs');
  await promisify(execFile)(process.execPath, [join(root, 'exporter/build.mjs'), file]);
  return file;
}

/** What a finished run printed. */
export interface Finished {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program to its end, in a folder without node_modules and with no more environment than this. */
export async function finish(
  program: string,
  args: readonly string[],
  input = '',
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const child = spawn(process.execPath, [program, ...args], { env: { ...env }, cwd: '/' });
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  // A program that does not read its input may be gone before all is written.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await exit, out, err };
}

/** An end that comes sooner waits for nobody: a source may keep its asker waiting for ten seconds, a watch for minutes. */
export const SOON_MS = 8_000;

export type LogLine = Readonly<Record<string, unknown>>;

/** A running `serve`. */
export interface Serving {
  /** Such as `http://127.0.0.1:34567`. */
  readonly url: string;
  readonly pid: number;
  /** Parsed lines of its log so far. */
  readonly log: readonly LogLine[];
  /** Sends a signal; answers the exit status (null: killed by a signal) and how long the end took. */
  end(signal: NodeJS.Signals): Promise<{ readonly status: number | null; readonly ms: number }>;
}

/** Starts `serve` on a free port and waits until it listens. */
export async function serve(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Serving> {
  const words = [program, 'serve', '--listen', '127.0.0.1:0', ...args];
  const child = spawn(process.execPath, words, { env: { ...env }, cwd: '/' });
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  const log: LogLine[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stderr).on('line', (line) => {
      if (!line.startsWith('{')) return reject(new Error(line));
      const entry = JSON.parse(line) as LogLine;
      log.push(entry);
      if (entry['msg'] === 'serving') resolve(String(entry['url']));
    });
    void exit.then((status) => reject(new Error(`ended with ${status}`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    log,
    async end(signal) {
      const began = performance.now();
      child.kill(signal);
      const late = setTimeout(() => child.kill('SIGKILL'), 40_000);
      const status = await exit;
      clearTimeout(late);
      return { status, ms: performance.now() - began };
    },
  };
}
