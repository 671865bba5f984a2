// Child processes that are gone when this one is: every script starts its programs through here.
import { spawn } from 'node:child_process';
import { root } from './root.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const running = new Set();
let stopping = false;

const signalAll = (signal) => {
  for (const child of running) child.kill(signal);
};

function stop() {
  if (stopping) return;
  stopping = true;
  signalAll('SIGTERM');
  setTimeout(() => signalAll('SIGKILL'), 20_000).unref();
}

const killAll = () => signalAll('SIGKILL');

// While nothing runs, signals do what they always do.
function add(child) {
  if (running.size === 0) {
    for (const signal of signals) process.on(signal, stop);
    process.on('exit', killAll);
  }
  running.add(child);
}

function remove(child) {
  if (!running.delete(child) || running.size > 0) return;
  for (const signal of signals) process.off(signal, stop);
  process.off('exit', killAll);
}

/** True from the first Ctrl-C on: whoever has more to start should not. */
export const isStopping = () => stopping;

function endAfter(child, minutes, command) {
  if (minutes === undefined) return undefined;
  return setTimeout(() => {
    console.error(`${command} did not end within ${minutes} minutes: ending it`);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 20_000).unref();
  }, minutes * 60_000);
}

/**
 * @typedef {{ code: number, output: string }} Finished
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ inherit?: boolean, minutes?: number }} [options]
 *   `inherit`: the child uses our own terminal, `output` is then empty; `minutes`: ended after that long
 * @returns {Promise<Finished>} never rejects for a bad exit status, only when it cannot be started
 */
export function runChild(command, args, { inherit = false, minutes } = {}) {
  if (stopping) return Promise.reject(new Error('stopped'));
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: inherit ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    add(child);
    const deadline = endAfter(child, minutes, command);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => (output += chunk));
    }
    child.on('error', (error) => {
      remove(child);
      clearTimeout(deadline);
      reject(new Error(`cannot run ${command}: ${error.message}`));
    });
    child.on('close', (code) => {
      remove(child);
      clearTimeout(deadline);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Runs one of the tools that `npm ci` put into node_modules/.bin. */
export const runTool = (tool, args, options) =>
  runChild(`${root}/node_modules/.bin/${tool}`, args, options);
