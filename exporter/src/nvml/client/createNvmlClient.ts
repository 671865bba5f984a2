import type { NvmlSnapshot } from '@gpuscope/aggregation';
import { GpuscopeError } from '@gpuscope/aggregation';
import type { Clock } from '../../clock.js';
import type { NvmlClient } from '../client.js';
import type { AgentLaunch, AgentProcess } from './agentProcess.js';
import { startAgent } from './agentProcess.js';
import type { Look } from './conversation.js';
import { createLostRenewal } from './lostRenewal.js';
import { createSupervisor, hangError } from './supervisor.js';
import { unlessAborted, within } from './within.js';

/** Who is told of the agent as it goes. */
export interface NvmlObserver {
  restarted(): void;
  looked(look: Look): void;
}

export interface NvmlClientOptions extends AgentLaunch {
  /** So long may a look take; an agent that takes longer is ended, and started anew. */
  readonly lookTimeoutMs: number;
  /** So long may NVML take to come up: it wakes GPUs that sleep, one after the other. */
  readonly startTimeoutMs?: number;
  /** Before an agent that ended is started anew; then longer and longer. */
  readonly firstPauseMs?: number;
  readonly observer: NvmlObserver;
  readonly clock: Clock;
  readonly random?: () => number;
}

const START_TIMEOUT_MS = 30_000;
const FIRST_PAUSE_MS = 500;

const renewalError = (): GpuscopeError =>
  new GpuscopeError('SOURCE_REFUSED', 'NVML is started anew, to see whether a lost GPU is back');

const secondsOf = (ms: number): string => (ms / 1000).toFixed(1);

/** A look at an agent that is up, or is coming up; one that takes too long for the look itself is ended. */
async function lookOf(agent: AgentProcess, timeoutMs: number): Promise<Look> {
  await agent.ready;
  return within(agent.look(), timeoutMs, () => {
    const error = hangError(`NVML did not answer within ${secondsOf(timeoutMs)} s`, agent.pid);
    agent.kill(error);
    return error;
  });
}

/**
 * A client whose agent is started with the first question, and anew whenever it ends or hangs. All who ask while a look
 * is under way get that one.
 */
export function createNvmlClient(options: NvmlClientOptions): NvmlClient {
  const { observer, clock, lookTimeoutMs } = options;
  const supervisor = createSupervisor({
    start: () => startAgent(options),
    onRestart: () => observer.restarted(),
    startTimeoutMs: options.startTimeoutMs ?? START_TIMEOUT_MS,
    firstPauseMs: options.firstPauseMs ?? FIRST_PAUSE_MS,
    random: options.random ?? Math.random,
  });
  const renewal = createLostRenewal();
  let asked: AgentProcess | undefined;
  let underWay: Promise<NvmlSnapshot> | undefined;
  let newest: { readonly snapshot: NvmlSnapshot; readonly atMs: number } | undefined;

  async function ask(): Promise<NvmlSnapshot> {
    const atMs = clock.monotonicMs();
    const agent = await supervisor.agent();
    asked = agent;
    const look = await lookOf(agent, lookTimeoutMs);
    const { snapshot } = look;
    supervisor.well();
    observer.looked(look);
    newest = { snapshot, atMs };
    if (renewal.looked(snapshot, atMs)) agent.kill(renewalError());
    return snapshot;
  }

  function shared(): Promise<NvmlSnapshot> {
    underWay ??= ask().finally(() => {
      underWay = undefined;
    });
    // Whoever asked may have gone meanwhile.
    underWay.catch(() => undefined);
    return underWay;
  }

  /** Who asks waits no longer than a look may take, though what comes up may take longer: it goes on for the next. */
  const late = (): GpuscopeError =>
    hangError(`NVML has not answered for ${secondsOf(lookTimeoutMs)} s`, asked?.pid ?? 0);

  return {
    async snapshot(maxAgeMs, signal) {
      const ageMs = newest === undefined ? Infinity : clock.monotonicMs() - newest.atMs;
      if (newest !== undefined && ageMs < maxAgeMs) return newest.snapshot;
      return unlessAborted(within(shared(), lookTimeoutMs, late), signal);
    },
    close: () => supervisor.close(),
  };
}
