import type { Io } from '../commands/command.js';
import { run } from '../commands/index.js';

/** What a run of the program printed, and its exit status. */
export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process. */
export async function runCommand(
  args: readonly string[],
  rest: Partial<Io> = {},
): Promise<Outcome> {
  let out = '';
  let err = '';
  const status = await run(args, {
    out: (text) => {
      out += text;
      return Promise.resolve();
    },
    err: (text) => {
      err += text;
    },
    stdin: () => Promise.resolve(''),
    env: {},
    hostname: 'gpu-1',
    program: '/synthetic/gpuscope-exporter.mjs',
    stop: new AbortController().signal,
    ...rest,
  });
  return { status, out, err };
}
