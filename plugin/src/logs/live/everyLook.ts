import type { Observable } from 'rxjs';

export const EVERY_MS = 3000;

interface Told<T> {
  /** @param nowMs when it was asked */
  readonly next: (found: T, nowMs: number) => void;
  readonly error: (reason: unknown) => void;
}

/**
 * Asks again and again until it is stopped: three seconds after each answer, so that a slow one is waited for; not
 * while nobody can see the page.
 *
 * @returns stops it, and cancels what is on its way
 */
export function everyLook<T>(ask: (nowMs: number) => Observable<T>, told: Told<T>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop = (): void => undefined;
  const again = (): void => {
    timer = setTimeout(look, EVERY_MS);
  };
  const look = (): void => {
    if (document.hidden) {
      again();
      return;
    }
    const nowMs = Date.now();
    const listening = ask(nowMs).subscribe({
      next: (found) => {
        told.next(found, nowMs);
        again();
      },
      error: (reason: unknown) => {
        told.error(reason);
        again();
      },
    });
    stop = () => listening.unsubscribe();
  };
  look();
  return () => {
    clearTimeout(timer);
    stop();
  };
}
