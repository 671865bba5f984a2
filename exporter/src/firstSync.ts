import type { PodDirectory } from './ports.js';

/** The wait for a directory's first list, so that the first series already carry names. */
export interface FirstSync {
  /** Settles when the directory is synced, when the time is up or after `cancel`; at once from then on. */
  wait(): Promise<void>;
  cancel(): void;
}

const LOOK_MS = 25;

export function createFirstSync(directory: PodDirectory, timeoutMs: number): FirstSync {
  let over = false;
  let waiting: Promise<void> | undefined;

  async function watch(): Promise<void> {
    for (let waited = 0; waited < timeoutMs; waited += LOOK_MS) {
      if (over || directory.status().synced) break;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    over = true;
  }

  return {
    wait: () => (waiting ??= watch()),
    cancel() {
      over = true;
    },
  };
}
