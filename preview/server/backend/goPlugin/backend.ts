import { setTimeout as sleep } from 'node:timers/promises';
import type { PartState } from '../../parts.js';
import { connect, type Connection } from './connection.js';
import { startProgram, type Program, type ProgramSpec } from './program.js';

/** A plugin's process that is started again whenever it ends. */
export interface Backend {
  /** The way to it; waits while it starts. @throws Error where it does not start */
  connection(): Promise<Connection>;
  /** undefined while none runs */
  readonly pid: () => number | undefined;
  stop(): Promise<void>;
}

export type TellState = (state: PartState, note?: string) => void;

/** The first wait before it is started again, and the longest; milliseconds. */
const PAUSES = { first: 250, longest: 10_000 } as const;

/** go-plugin's own patience. */
const END_WITHIN_MS = 2000;

export function createBackend(spec: ProgramSpec, tell: TellState): Backend {
  const stopping = new AbortController();
  let current: Promise<Running>;
  let pid: number | undefined;
  let pause: number = PAUSES.first;
  const keepGoing = async ({ program }: Running): Promise<void> => {
    ({ pid } = program);
    tell('ready', `process ${program.pid}`);
    const since = Date.now();
    const how = await program.ended;
    pid = undefined;
    if (stopping.signal.aborted) return;
    if (Date.now() - since > PAUSES.longest) pause = PAUSES.first;
    tell('starting', `${how}; it is being started again`);
    again();
  };
  const again = (): void => {
    current = sleep(pause, undefined, { signal: stopping.signal }).then(() => run(spec));
    pause = Math.min(pause * 2, PAUSES.longest);
    watch();
  };
  const watch = (): void => {
    current.then(keepGoing).catch((error: unknown) => {
      if (stopping.signal.aborted) return;
      const why = error instanceof Error ? error.message : String(error);
      tell('failed', `${why}; it is tried again`);
      again();
    });
  };
  tell('starting');
  current = run(spec);
  watch();
  return {
    connection: async () => (await current).connection,
    pid: () => pid,
    stop: async () => {
      stopping.abort();
      const running = await current.catch(() => undefined);
      if (running !== undefined) await end(running);
    },
  };
}

interface Running {
  readonly program: Program;
  readonly connection: Connection;
}

async function run(spec: ProgramSpec): Promise<Running> {
  const program = await startProgram(spec);
  return { program, connection: connect(program.address) };
}

/** As go-plugin does: asks it to end, and then makes it. */
async function end({ program, connection }: Running): Promise<void> {
  const asked = connection.unary('/plugin.GRPCController/Shutdown', []).catch(() => undefined);
  await Promise.all([asked, program.endWithin(END_WITHIN_MS)]);
  connection.close();
}
