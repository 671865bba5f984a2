import { copyFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCounts, type StubCounts } from './counts.js';
import { ensureStub, type StubDriver } from './library.js';
import type { Scenario } from './scenario/scenario.js';
import { scenarioText } from './scenario/text.js';

export { GIB, gpuUuid, hopper, migUuid, slice, turing } from './scenario/chips.js';
export { pulse } from './scenario/value.js';
export type { Scenario, ScriptedGpu, ScriptedProcess } from './scenario/scenario.js';

/** A driver of a test, whose world can be changed while programs look at it. */
export interface Stub {
  /** Path of the library: what a site calls `library`. Its scenario lies beside it. */
  readonly library: string;
  /** For a program that opens the library at another place. */
  readonly env: Readonly<Record<string, string>>;
  scenario(): Scenario;
  /** Tells of another world from the next call on. */
  set(next: Scenario): Promise<void>;
  change(next: (now: Scenario) => Scenario): Promise<void>;
  /** Time as scenarios mean it: since the stub was started. */
  seconds(): number;
  counts(): Promise<ReadonlyMap<number, StubCounts>>;
}

/** Makes a stub of the driver; its files lie in this folder, one stub in each. */
export async function startStub(
  folder: string,
  first: Scenario,
  driver: StubDriver = 580,
): Promise<Stub> {
  // A copy: a library that is opened twice under one file is one library, with one world.
  const library = join(folder, 'libnvidia-ml.so.1');
  await copyFile(await ensureStub(driver), library);
  const file = join(folder, 'synthetic-nvml.txt');
  const counts = join(folder, 'nvml-counts');
  const epochMs = Date.now();
  let current = first;
  const set = async (next: Scenario): Promise<void> => {
    await writeFile(`${file}.next`, scenarioText(next, epochMs));
    await rename(`${file}.next`, file);
    current = next;
  };
  await set(first);
  return {
    library,
    env: { GPUSCOPE_STUB_NVML: file, GPUSCOPE_STUB_NVML_COUNTS: counts },
    scenario: () => current,
    set,
    change: (next) => set(next(current)),
    seconds: () => (Date.now() - epochMs) / 1000,
    counts: () => readCounts(counts),
  };
}
