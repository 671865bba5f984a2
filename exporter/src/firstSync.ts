import type { PodDirectory } from './ports.js';

/** The wait for a directory's first list, so that the first series already carry names. */
export interface FirstSync {
  /** Settles when the directory is synced, when the time is up or after `cancel`; at once from then on. */
  wait(): Promise<void>;
  cancel(): void;
}

const LOOK_MS = 25;

/** `patient`: an error does not end the wait, as what is away now may come. */
export function createFirstSync(
  directory: PodDirectory,
  timeoutMs: number,
  patient = true,
): FirstSync {
  let over = false;
  let waiting: Promise<void> | undefined;

  async function watch(): Promise<void> {
    for (let waited = 0; waited < timeoutMs; waited += LOOK_MS) {
      const { synced, error } = directory.status();
      if (over || synced || (!patient && error !== '')) break;
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
