/** Lets what is being used be closed only after its last use has ended. */
export interface Uses {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Ends when nothing runs any more; what is begun after it still runs. */
  idle(): Promise<void>;
}

export function createUses(): Uses {
  let running = 0;
  let waiting: (() => void)[] = [];
  const leave = (): void => {
    running -= 1;
    if (running > 0) return;
    const wake = waiting;
    waiting = [];
    for (const one of wake) one();
  };
  return {
    async run(work) {
      running += 1;
      try {
        return await work();
      } finally {
        leave();
      }
    },
    idle: () =>
      running === 0 ? Promise.resolve() : new Promise((resolve) => void waiting.push(resolve)),
  };
}
