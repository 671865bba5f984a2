import type { Access } from '@gpuscope/access';
import type { Gate } from '../limits/gate.js';
import type { AskMetrics } from '../prometheus/pods.js';
import type { SourceSettings } from '../settings/sourceSettings.js';
import type { LogStore, StoreAbout } from '../stores/port.js';
import type { Known } from './known.js';
import type { Readings } from './readings.js';
import type { LinesReading } from './linesReading.js';
import type { Uses } from './uses.js';

/** What is kept of a data source between questions to it. */
export interface Session {
  readonly settings: SourceSettings;
  readonly store: LogStore;
  readonly access: Access;
  readonly gate: Gate;
  readonly uses: Uses;
  readonly readings: Readings<LinesReading>;
  /** Absent where no Prometheus is known. */
  readonly metrics?: AskMetrics;
  about(signal: AbortSignal): Promise<StoreAbout>;
  /** The fields of the index pattern, and how its records are read. */
  known(signal: AbortSignal): Promise<Known>;
  /** Whether the files that the settings came from are still what they were. */
  isFresh(): Promise<boolean>;
  /** Waits for what is being asked. */
  close(): Promise<void>;
}
