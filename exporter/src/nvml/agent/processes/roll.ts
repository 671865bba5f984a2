import type { NvmlProcess } from '@gpuscope/aggregation';
import type { ListedProcess } from '../../read/processes.js';
import type { KnownProcess, ProcessBook } from './book.js';
import { isMpsServer } from './mpsServer.js';

/** Processes that have, or within the window had, a context on one device. */
export interface ProcessRoll {
  /** What the driver lists now; undefined where it gave no list, which says nothing of who is there. */
  list(listed: readonly ListedProcess[] | undefined): void;
  /** The key of the process whose samples the id's are. */
  keyOf(pid: number): string;
  /** Whether an MPS server has a context here. */
  readonly mps: boolean;
  /**
   * Ends the window. Undefined where the driver gave no list at its end.
   *
   * @param utilization % by key, who is not named did nothing; undefined where the driver can't tell
   */
  cut(utilization: ReadonlyMap<string, number> | undefined): readonly NvmlProcess[] | undefined;
}

interface Entry {
  readonly process: KnownProcess;
  readonly kind: NvmlProcess['kind'];
  readonly memory?: number | undefined;
  readonly gpuInstance?: number | undefined;
  readonly isThere: boolean;
}

const isMps = ({ kind, isThere, process: { facts } }: Entry): boolean =>
  isThere && (kind === 'mps' || isMpsServer(facts));

function toProcess(
  { process: { key, pid, facts }, kind, memory, gpuInstance, isThere }: Entry,
  utilization: ReadonlyMap<string, number> | undefined,
): NvmlProcess {
  const isPlain = gpuInstance === undefined;
  return {
    pid,
    kind,
    ...(memory !== undefined && isThere && { memory }),
    ...(!isPlain && { gpuInstance }),
    ...(isPlain && utilization !== undefined && { utilization: utilization.get(key) ?? 0 }),
    facts,
    ended: !isThere,
  };
}

export function createProcessRoll(book: ProcessBook): ProcessRoll {
  const entries = new Map<string, Entry>();
  let isTold = false;

  return {
    list(listed) {
      isTold = listed !== undefined;
      if (listed === undefined) return;
      for (const [key, entry] of entries) entries.set(key, { ...entry, isThere: false });
      for (const { pid, kind, memory, gpuInstance } of listed) {
        const process = book.listed(pid);
        const key = `${process.key} ${gpuInstance ?? ''}`;
        entries.set(key, { process, kind, memory, gpuInstance, isThere: true });
      }
    },
    keyOf(pid) {
      const process = book.sampled(pid);
      const key = `${process.key} `;
      if (!entries.has(key)) entries.set(key, { process, kind: 'compute', isThere: false });
      return process.key;
    },
    get mps() {
      return [...entries.values()].some(isMps);
    },
    cut(utilization) {
      const processes = [...entries.values()].map((entry) => toProcess(entry, utilization));
      for (const [key, { isThere }] of entries) if (!isThere) entries.delete(key);
      return isTold ? processes : undefined;
    },
  };
}
