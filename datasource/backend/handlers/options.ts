import type { Environment } from '@gpuscope/aggregation';
import type { Log } from '../log.js';
import type { StoreTarget } from '../settings/sourceSettings.js';
import type { LogStore } from '../stores/port.js';
import type { Asked } from './asked.js';

/** What a plugin is made of. */
export interface PluginOptions {
  /** For the metric that names the version. */
  readonly version: string;
  /** Path of gpuscope.yaml, as Grafana's configuration has it (GF_PLUGIN_CONFIG). */
  readonly configFile?: string;
  /** Where the plugin lies: Grafana gives its files to anybody. */
  readonly pluginFolder: string;
  /** For the variables in gpuscope.yaml. */
  readonly env: Environment;
  readonly log: Log;
  /** How a store is reached. Left out: by the clients that fit its product and version. */
  readonly createStore?: CreateStore;
  /** Told of every question that was answered or refused, after the fact; must not throw. */
  readonly onAsked?: (asked: Asked) => void;
  readonly timing?: Partial<Timing>;
}

export type CreateStore = (target: StoreTarget) => Promise<LogStore> | LogStore;

/** Milliseconds. */
export interface Timing {
  /** A question's longest life, waiting for its turn not counted. */
  readonly questionMs: number;
  /** After this long a store shall answer with what it has. */
  readonly storeMs: number;
  readonly healthMs: number;
  /** How long the fields of an index pattern are taken to be what they were. */
  readonly fieldsTtlMs: number;
  /** How often the files of the settings are looked at. */
  readonly filesMs: number;
  /** How long a reading of many pages waits for its next page. */
  readonly readingIdleMs: number;
}

export const DEFAULT_TIMING: Timing = {
  questionMs: 60_000,
  storeMs: 30_000,
  healthMs: 20_000,
  fieldsTtlMs: 60_000,
  filesMs: 2000,
  readingIdleMs: 60_000,
};
