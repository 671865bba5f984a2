/** Runs work, so much of it at a time; the rest waits in order. */
export type Turns = (work: () => Promise<void>) => Promise<void>;

export function createTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;
  const begin = async (): Promise<void> => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
  };
  const end = (): void => {
    const next = waiting.shift();
    // The turn is handed on, so that nobody who comes later takes it.
    if (next === undefined) running -= 1;
    else next();
  };
  return async (work) => {
    await begin();
    try {
      await work();
    } finally {
      end();
    }
  };
}
