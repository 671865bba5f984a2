import { GpuscopeError, say } from '@gpuscope/aggregation';
import { Counts } from './counts.js';

export interface GateOptions {
  /** How many of one tenant's questions run at once. */
  readonly perTenant: number;
  /** How many of one tenant's questions may wait. */
  readonly waiting: number;
}

/** Lets in no more of a tenant's questions than the store shall bear; the others wait in line. */
export interface Gate {
  /**
   * Runs `work` when each of `tenants` has a place free. Throws LIMIT_EXCEEDED where the line is too long, CANCELLED
   * where the signal says so while it waits.
   */
  run<T>(tenants: readonly string[], signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  readonly running: number;
  readonly waiting: number;
}

interface Waiting {
  readonly tenants: readonly string[];
  readonly start: () => void;
}

/** The line before the gate. */
class Line {
  readonly #queued = new Counts();
  readonly #line: Waiting[] = [];

  get length(): number {
    return this.#line.length;
  }

  lengthFor(tenant: string): number {
    return this.#queued.of(tenant);
  }

  takeOut(one: Waiting): void {
    const index = this.#line.indexOf(one);
    if (index < 0) return;
    this.#line.splice(index, 1);
    this.#queued.add(one.tenants, -1);
  }

  /** Starts all that may, those who came first before the others. */
  startAll(isFree: (tenants: readonly string[]) => boolean): void {
    for (const one of [...this.#line]) if (isFree(one.tenants)) one.start();
  }

  /** Ends when `enter` has been called. */
  wait(tenants: readonly string[], signal: AbortSignal, enter: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        this.takeOut(one);
        reject(new GpuscopeError('CANCELLED', say('question.gone')));
      };
      const one: Waiting = {
        tenants,
        start: () => {
          signal.removeEventListener('abort', giveUp);
          this.takeOut(one);
          enter();
          resolve();
        },
      };
      this.#line.push(one);
      this.#queued.add(tenants, 1);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }
}

export function createGate({ perTenant, waiting: room }: GateOptions): Gate {
  const running = new Counts();
  const line = new Line();
  let inside = 0;

  const isFree = (tenants: readonly string[]): boolean =>
    tenants.every((tenant) => running.of(tenant) < perTenant);
  const enter = (tenants: readonly string[]): void => {
    running.add(tenants, 1);
    inside += 1;
  };
  const leave = (tenants: readonly string[]): void => {
    running.add(tenants, -1);
    inside -= 1;
    line.startAll(isFree);
  };

  return {
    async run(tenants, signal, work) {
      if (signal.aborted) throw new GpuscopeError('CANCELLED', say('question.gone'));
      if (isFree(tenants)) enter(tenants);
      else {
        if (tenants.some((tenant) => line.lengthFor(tenant) >= room))
          throw tooMany(perTenant, room);
        await line.wait(tenants, signal, () => enter(tenants));
      }
      try {
        return await work();
      } finally {
        leave(tenants);
      }
    },
    get running() {
      return inside;
    },
    get waiting() {
      return line.length;
    },
  };
}

const tooMany = (perTenant: number, room: number): GpuscopeError =>
  new GpuscopeError(
    'LIMIT_EXCEEDED',
    say('question.tooManyAtOnce', { running: perTenant, waiting: room }),
  );
