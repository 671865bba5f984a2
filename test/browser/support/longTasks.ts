// Functions that run in the page: how long it was busy at a stretch.
interface Entry {
  readonly duration: number;
}
declare const PerformanceObserver: new (
  tell: (list: { getEntries(): readonly Entry[] }) => void,
) => { observe(what: { readonly type: string }): void; takeRecords(): readonly Entry[] };
declare const globalThis: { longTasks?: Entry[]; takeLongTasks?: () => void };

/** Begins to note tasks of 50 ms and more. */
export function watchLongTasks(): void {
  const seen: Entry[] = [];
  const observer = new PerformanceObserver((list) => void seen.push(...list.getEntries()));
  observer.observe({ type: 'longtask' });
  globalThis.longTasks = seen;
  globalThis.takeLongTasks = () => void seen.push(...observer.takeRecords());
}

/** The longest since then, milliseconds; 0 where none took 50. */
export function longestTask(): number {
  globalThis.takeLongTasks?.();
  return Math.max(0, ...(globalThis.longTasks ?? []).map(({ duration }) => duration));
}
