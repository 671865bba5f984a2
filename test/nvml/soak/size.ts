import { readdirSync, readFileSync } from 'node:fs';

/** What a process holds of the machine. */
export interface Size {
  readonly residentBytes: number;
  /** Open file descriptors. */
  readonly files: number;
  readonly threads: number;
}

export function sizeOf(pid: number | 'self'): Size {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? NaN);
  return {
    residentBytes: field('VmRSS') * 1024,
    files: readdirSync(`/proc/${pid}/fd`).length,
    threads: field('Threads'),
  };
}

/** A line of the soak's program. */
export interface Mark {
  readonly cycle: number;
  /** Sources and holders that did not answer, so far. */
  readonly failures: number;
  readonly series: number;
  /** What is left after a collection. */
  readonly heapBytes: number;
  readonly size: Size;
}
