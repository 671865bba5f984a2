import { GpuscopeError } from '@gpuscope/aggregation';
import { createBackoff } from '../../kubernetes/backoff.js';
import { pause } from '../../kubernetes/pause.js';
import { endError } from './agentEnd.js';
import type { AgentProcess } from './agentProcess.js';
import { callUnderWay } from './callUnderWay.js';
import { within } from './within.js';

export interface SupervisorOptions {
  readonly start: () => AgentProcess;
  /** Told of each start but the first. */
  readonly onRestart: () => void;
  /** So long may NVML take to come up: it wakes GPUs that sleep, one after the other. */
  readonly startTimeoutMs: number;
  readonly firstPauseMs: number;
  readonly random: () => number;
}

/** Keeps one agent running, from the first time that it is asked for. */
export interface Supervisor {
  /**
   * The agent that runs, or is about to.
   * @throws GpuscopeError why there is none, where the next is a while off
   */
  agent(): Promise<AgentProcess>;
  /** The agent did what it is for: should it end, the next comes soon. */
  well(): void;
  /** Ends the agent, for good. Settles when it is gone, or does not go. */
  close(): Promise<void>;
}

const LONGEST_PAUSE_MS = 60_000;

/** Who asks is kept waiting for the next agent no longer than this. */
const PATIENCE_MS = 1_000;

/** What the driver holds can't be ended; we do not wait for it. */
const FAREWELL_MS = 1_000;

/** Says which call an agent hangs in, where it says so itself. */
export function hangError(words: string, pid: number): GpuscopeError {
  const call = callUnderWay(pid);
  return new GpuscopeError(
    'SOURCE_TIMEOUT',
    `${words}${call === '' ? '' : `: the driver hangs in ${call}`}`,
  );
}

interface Interval {
  readonly ms: number;
  readonly error: GpuscopeError;
  readonly over: Promise<void>;
}

export function createSupervisor(options: SupervisorOptions): Supervisor {
  const { start, onRestart, startTimeoutMs, firstPauseMs, random } = options;
  const backoff = createBackoff({ firstMs: firstPauseMs, maxMs: LONGEST_PAUSE_MS, random });
  const closing = new AbortController();
  /** An agent is current until the system has taken it away: never are there two. */
  let current: AgentProcess | undefined;
  let between: Interval | undefined;

  function begin(): AgentProcess {
    const agent = start();
    current = agent;
    between = undefined;
    const seconds = Math.round(startTimeoutMs / 1000);
    const late = setTimeout(() => {
      agent.kill(hangError(`NVML did not come up within ${seconds} s`, agent.pid));
    }, startTimeoutMs);
    void Promise.allSettled([agent.ready]).then(() => clearTimeout(late));
    void agent.gone.then((end) => {
      current = undefined;
      if (!closing.signal.aborted) beginAfter(endError(end));
    });
    return agent;
  }

  function beginAfter(error: GpuscopeError): void {
    const ms = backoff.next();
    const over = pause(ms, closing.signal).then(() => {
      if (closing.signal.aborted) return;
      onRestart();
      begin();
    });
    between = { ms, error, over };
  }

  /** Waits for the end of an agent that is of no use; never are there two. */
  async function leave(agent: AgentProcess, failure: GpuscopeError): Promise<void> {
    await within(agent.gone, PATIENCE_MS, () => {
      const words = `${failure.message}; process ${agent.pid} does not end: the driver holds it, for which a reboot may be the only cure`;
      return new GpuscopeError(failure.code, words);
    });
  }

  return {
    async agent() {
      if (current?.failure !== undefined) await leave(current, current.failure);
      if (between !== undefined) {
        if (between.ms > PATIENCE_MS) throw between.error;
        await between.over;
      }
      if (closing.signal.aborted) throw new GpuscopeError('INTERNAL', 'NVML is not asked any more');
      return current ?? begin();
    },
    well: () => backoff.reset(),
    async close() {
      closing.abort();
      if (current === undefined) return;
      current.kill(new GpuscopeError('INTERNAL', 'NVML is not asked any more'));
      await within(current.gone, FAREWELL_MS, () => new Error('still there')).catch(
        () => undefined,
      );
    },
  };
}
