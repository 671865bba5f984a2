const PATIENCE_MS = 40_000;

/** Asks until it is so, with patience: the machine may be busy. @throws {Error} when the time is over */
export async function until(
  isSo: () => Promise<boolean> | boolean,
  ms = PATIENCE_MS,
): Promise<void> {
  const end = performance.now() + ms;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`it did not come about within ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
