import type { Clock } from '../../clock.js';
import { readProcessFacts } from '../../proc/facts.js';
import { seesHostProcesses } from '../../proc/hostProcesses.js';
import { VERSION } from '../../version.js';
import type { NvmlLibrary } from '../library/library.js';
import { watchXids } from '../read/xids.js';
import { announced } from './announced.js';
import { agentErrorOf, StartFailed } from './errors.js';
import { createProcessBook } from './processes/book.js';
import type { AgentSettings, AgentUse, FromAgent } from './protocol.js';
import { PROTOCOL, readToAgent, writeLine } from './protocol.js';
import type { Sampler } from './sampler.js';
import { startSampler } from './sampler.js';
import type { NvmlSession } from './session.js';
import { startSession } from './session.js';
import type { Title } from './title.js';

/** The agent's process, as far as the agent needs it. */
export interface AgentIo {
  /** Lines from the parent; they end with it. */
  readonly lines: AsyncIterable<string>;
  /** Settles when the text is out. */
  readonly out: (text: string) => Promise<void>;
  readonly title: Title;
  readonly use: () => AgentUse;
  /** Opens the driver's library; throws a GpuscopeError when there is none. */
  readonly open: (library: string | undefined) => Promise<NvmlLibrary>;
  readonly clock: Clock;
}

/** An XID is waited for so long at a time. */
const XID_WAIT_MS = 1_000;

async function bringUp(io: AgentIo, { library, proc }: AgentSettings): Promise<NvmlSession> {
  const { clock, title, open } = io;
  const nvml = announced(await open(library), title);
  const begun = nvml.init();
  if (!begun.ok) throw new StartFailed(begun.code);
  return startSession({
    nvml,
    book: createProcessBook((pid) => readProcessFacts(proc, pid)),
    watchXids: (devices) =>
      watchXids(nvml, devices, { now: () => clock.nowMs(), waitMs: XID_WAIT_MS }),
    seesProcesses: () => seesHostProcesses(proc),
    clock,
  });
}

/** Between calls nothing is under way, and the title says so. */
function rested(session: NvmlSession, { title }: AgentIo): NvmlSession {
  const then = <Value>(value: Value): Value => {
    title.rest();
    return value;
  };
  return { ...session, poll: () => then(session.poll()), look: () => then(session.look()) };
}

function after(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

/**
 * Asks NVML for its parent. Settles when the parent is gone, or NVML is of no use any more, which it has said then; the
 * process must be ended at once after that, whatever the driver still does on other threads.
 */
export async function runAgent(io: AgentIo): Promise<void> {
  const say = (message: FromAgent): Promise<void> => io.out(writeLine(message));
  let sampler: Sampler | undefined;
  let giveUp = (error: unknown): void => void error;
  const broken = new Promise<never>((_, reject) => {
    giveUp = reject;
  });

  async function start(settings: AgentSettings): Promise<Sampler> {
    const session = rested(await bringUp(io, settings), io);
    io.title.rest();
    const { clock } = io;
    const { sampleEveryMs } = settings;
    return startSampler({ session, sampleEveryMs, onFailure: giveUp, clock, after });
  }

  async function answer(line: string): Promise<void> {
    const message = readToAgent(line);
    if (message === undefined) throw new Error(`it is asked ${line.slice(0, 80)}`);
    if ('start' in message) {
      sampler ??= await start(message.start);
      await say({ ready: true });
    } else if (sampler !== undefined) {
      await say({ id: message.id, look: await sampler.look(), use: io.use() });
    }
  }

  async function converse(): Promise<void> {
    for await (const line of io.lines) await answer(line);
  }

  try {
    await say({ hello: { protocol: PROTOCOL, version: VERSION } });
    await Promise.race([converse(), broken]);
  } catch (error) {
    await say({ failed: agentErrorOf(error) });
  } finally {
    sampler?.stop();
  }
}
