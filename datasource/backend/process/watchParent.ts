/** How often it is looked whether the parent still lives. */
const EVERY_MS = 1000;

/**
 * Calls back once when the process that started this one is gone. A host that is killed can't say goodbye, and the
 * kernel gives its children to another process.
 *
 * @returns ends the watch
 */
export function watchParent(
  parentPid: () => number,
  onGone: () => void,
  everyMs = EVERY_MS,
): () => void {
  const parent = parentPid();
  const timer = setInterval(() => {
    if (parentPid() === parent) return;
    clearInterval(timer);
    onGone();
  }, everyMs);
  return () => clearInterval(timer);
}
