import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startProcess, temporaryFolder } from '../../servers/index.js';
import { repositoryRoot } from '../../servers/repository.js';
import type { RunningPreview } from './previewBroker.js';

/** A fresh clone compiles and bundles first; two cores are shared with other suites. */
const DEADLINE_MS = 15 * 60_000;

/** `npm start` prints where its page is as soon as it has one. */
const addressIn = (printed: string): string | undefined =>
  /preview\s+(http:\/\/127\.0\.0\.1:\d+)/.exec(printed)?.[1];

interface Part {
  readonly name: string;
  readonly state: 'waiting' | 'starting' | 'ready' | 'failed';
  readonly note?: string;
}

interface State {
  readonly state: 'starting' | 'ready' | 'failed';
  readonly parts: readonly Part[];
}

/** A visitor would be served without the parts that failed; a test must not. */
const missing = ({ parts }: State): readonly string[] =>
  parts
    .filter(({ state }) => state !== 'ready')
    .map(({ name, state, note = '' }) => `${name} (${state}) ${note}`);

/**
 * Starts what `npm start` starts, as a program of its own, and waits until its page would show data.
 *
 * @throws {Error} with the last lines that it printed
 */
export async function startWholePreview(): Promise<RunningPreview> {
  const folder = await temporaryFolder('preview');
  const log = join(folder.path, 'start.log');
  let url: string | undefined;
  let lacking: readonly string[] = [];
  const isReady = async (): Promise<boolean> => {
    url ??= addressIn(await readFile(log, 'utf8'));
    if (url === undefined) return false;
    const answer = await fetch(`${url}/api/preview`);
    const state = (await answer.json()) as State;
    lacking = missing(state);
    return state.state === 'ready';
  };
  const process_ = await startProcess({
    name: 'npm start',
    command: process.execPath,
    args: [
      join(repositoryRoot(), 'scripts/start.mjs'),
      '--with',
      'preview',
      '--no-open',
      '--port',
      '0',
    ],
    log,
    isReady,
    deadlineMs: DEADLINE_MS,
    stopMs: 60_000,
  });
  const stop = async (): Promise<void> => {
    await process_.stop();
    await folder.remove();
  };
  if (lacking.length > 0) {
    await stop();
    throw new Error(`npm start goes on without ${lacking.join(', ')}`);
  }
  return { url: url ?? '', stop };
}
