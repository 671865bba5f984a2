/** One run of a load's kernel: when by the clock of the machine, and how much it did. */
export interface Run {
  /** Milliseconds since the epoch, around launch and end. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Time that this work takes alone on the GPU. */
  readonly workMs: number;
}

/** What a load says of itself. */
export interface LoadLog {
  readonly name: string;
  readonly pid: number;
  readonly uid: number;
  readonly device: number;
  readonly duty: number;
  readonly memoryBytes: number;
  /** Time of one turn of the loop alone on the GPU. */
  readonly msPerTurn: number;
  readonly runs: readonly Run[];
}

export interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}

/** How much of a run lies in a window, 0 to 1. */
function overlap({ fromMs, toMs }: Run, window: Window): number {
  const length = toMs - fromMs;
  const common = Math.min(toMs, window.toMs) - Math.max(fromMs, window.fromMs);
  return length <= 0 ? 0 : Math.max(0, common) / length;
}

/** Milliseconds of a window in which a load's kernels were on the GPU or waited for it. */
export const heldMs = ({ runs }: LoadLog, window: Window): number =>
  runs.reduce((sum, run) => sum + overlap(run, window) * (run.toMs - run.fromMs), 0);

/** Milliseconds of work that a load did in a window, as long as it takes alone. */
export const workMs = ({ runs }: LoadLog, window: Window): number =>
  runs.reduce((sum, run) => sum + overlap(run, window) * run.workMs, 0);

/** What attribution should say of loads in a window. */
export interface Truth {
  readonly name: string;
  /** Part of the window in which its kernels ran: true without contention. */
  readonly busy: number;
  /** Its part of all the work that was done: true with contention. */
  readonly part: number;
}

export function truthOf(logs: readonly LoadLog[], window: Window): Truth[] {
  const length = window.toMs - window.fromMs;
  const work = logs.map((log) => workMs(log, window));
  const all = work.reduce((sum, one) => sum + one, 0);
  return logs.map((log, index) => ({
    name: log.name,
    busy: length <= 0 ? 0 : Math.min(1, heldMs(log, window) / length),
    part: all === 0 ? 0 : (work[index] ?? 0) / all,
  }));
}

/** Whether loads shared their GPU: all together they want more than there is of it. */
export function isContended(logs: readonly LoadLog[]): boolean {
  return logs.length > 1 && logs.reduce((sum, { duty }) => sum + duty, 0) > 0.99;
}
