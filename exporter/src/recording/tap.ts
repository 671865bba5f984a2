import type { NvmlSnapshot } from '@gpuscope/aggregation';
import type { NvmlClient } from '../nvml/client.js';

/** Hears what sources say before anything is made of it. */
export interface Tap {
  /** `source`: its name; `foreignHosts`: other machines whose samples in the text are not believed. */
  exposition(source: string, text: string, foreignHosts: readonly string[]): void;
  nvml(snapshot: NvmlSnapshot): void;
}

/** A client whose looks are heard. */
export function tapClient(client: NvmlClient, tap: Tap): NvmlClient {
  return {
    async snapshot(maxAgeMs, signal) {
      const snapshot = await client.snapshot(maxAgeMs, signal);
      tap.nvml(snapshot);
      return snapshot;
    },
    close: () => client.close(),
  };
}
