import type { NvmlSnapshot } from '@gpuscope/aggregation';

/** Asks NVML, which lives in a process of its own: a driver that hangs must not take the exporter with it. */
export interface NvmlClient {
  /**
   * A look at the driver that is not older than `maxAgeMs`; 0 asks for a new one. Source and holder share the client, so
   * that both speak of the same look in a cycle.
   *
   * @throws GpuscopeError SOURCE_NOT_FOUND (no library, no driver), SOURCE_TIMEOUT (the driver hangs), SOURCE_REFUSED
   */
  snapshot(maxAgeMs: number, signal: AbortSignal): Promise<NvmlSnapshot>;
  close(): Promise<void>;
}
