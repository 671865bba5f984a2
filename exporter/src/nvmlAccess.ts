import type { ExporterSite } from '@gpuscope/aggregation';
import type { Clock } from './clock.js';
import type { Environment } from './kubernetesAccess.js';
import type { AgentSettings } from './nvml/agent/protocol.js';
import type { NvmlClient } from './nvml/client.js';
import { createNvmlClient } from './nvml/client/createNvmlClient.js';
import { createObserver } from './nvml/client/observer.js';
import type { SelfMetrics } from './selfMetrics.js';
import { VERSION } from './version.js';

/** What asking NVML needs of the surroundings. */
export interface NvmlSurroundings {
  /** The file of this program, of which the agent is a command. */
  readonly program: string;
  readonly env: Environment;
  readonly clock: Clock;
  readonly metrics: SelfMetrics;
}

/** A look as old as this part of an interval is of the same cycle. */
const SAME_CYCLE_PART = 0.5;

export const lookMaxAgeMs = ({ intervalMs }: ExporterSite): number => intervalMs * SAME_CYCLE_PART;

/**
 * An agent that needs longer for a look hangs. With intervals of 10 s and more, those who wait for it hear that before
 * they give up; with shorter ones at a later cycle, as a busy machine must not cost an agent its life.
 */
const LOOK_TIMEOUT_MS = 5_000;

const DEFAULT_SAMPLE_EVERY_MS = 500;
const DEFAULT_PROC = '/proc';

/** One agent serves the source and the holder alike: where both say something, the source's word counts. */
export function agentSettings({ sources, holders }: ExporterSite): AgentSettings {
  const source = sources.find((site) => site.kind === 'nvml');
  const holder = holders.find((site) => site.kind === 'processes');
  const library = source?.library ?? holder?.library;
  return {
    sampleEveryMs: source?.sampleEveryMs ?? DEFAULT_SAMPLE_EVERY_MS,
    proc: holder?.proc ?? DEFAULT_PROC,
    ...(library !== undefined && { library }),
  };
}

/** The way to NVML that all parts of a site share; nothing is started until it is asked. */
export function nvmlFor(site: ExporterSite, surroundings: NvmlSurroundings): NvmlClient {
  const { program, env, clock, metrics } = surroundings;
  return createNvmlClient({
    program,
    version: VERSION,
    settings: agentSettings(site),
    env,
    lookTimeoutMs: LOOK_TIMEOUT_MS,
    observer: createObserver(metrics),
    clock,
  });
}
