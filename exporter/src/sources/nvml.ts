import { normaliseNvml } from '@gpuscope/aggregation';
import type { NvmlClient } from '../nvml/client.js';
import type { Source } from '../ports.js';

/**
 * The driver's own library, asked through an agent. Each reading is a new look; holders of the same cycle get the same.
 * @throws (from read) GpuscopeError SOURCE_…: no library, no driver, a driver that hangs or refuses
 */
export function createNvmlSource(name: string, client: NvmlClient): Source {
  return {
    name,
    read: async (signal) => normaliseNvml(await client.snapshot(0, signal)),
    close: () => client.close(),
  };
}
