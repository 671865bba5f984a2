import { GpuscopeError } from '@gpuscope/aggregation';

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

class Counts {
  readonly #counts = new Map<string, number>();

  of(tenant: string): number {
    return this.#counts.get(tenant) ?? 0;
  }

  add(tenants: readonly string[], by: 1 | -1): void {
    for (const tenant of tenants) {
      const count = this.of(tenant) + by;
      if (count === 0) this.#counts.delete(tenant);
      else this.#counts.set(tenant, count);
    }
  }
}

export function createGate({ perTenant, waiting: room }: GateOptions): Gate {
  const running = new Counts();
  const queued = new Counts();
  const line: Waiting[] = [];
  let inside = 0;

  const isFree = (tenants: readonly string[]): boolean =>
    tenants.every((tenant) => running.of(tenant) < perTenant);

  const enter = (tenants: readonly string[]): void => {
    running.add(tenants, 1);
    inside += 1;
  };
  const takeOut = (one: Waiting): void => {
    const index = line.indexOf(one);
    if (index < 0) return;
    line.splice(index, 1);
    queued.add(one.tenants, -1);
  };
  const leave = (tenants: readonly string[]): void => {
    running.add(tenants, -1);
    inside -= 1;
    for (const one of [...line]) if (isFree(one.tenants)) one.start();
  };
  const wait = (tenants: readonly string[], signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const giveUp = (): void => {
        takeOut(one);
        reject(new GpuscopeError('CANCELLED', 'nobody waits for the answer any more'));
      };
      const one: Waiting = {
        tenants,
        start: () => {
          signal.removeEventListener('abort', giveUp);
          takeOut(one);
          enter(tenants);
          resolve();
        },
      };
      line.push(one);
      queued.add(tenants, 1);
      signal.addEventListener('abort', giveUp, { once: true });
    });

  return {
    async run(tenants, signal, work) {
      if (signal.aborted) throw new GpuscopeError('CANCELLED', 'nobody waits for the answer');
      if (isFree(tenants)) enter(tenants);
      else {
        const full = tenants.find((tenant) => queued.of(tenant) >= room);
        if (full !== undefined) throw tooMany(perTenant, room);
        await wait(tenants, signal);
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
    `too many questions at once: ${perTenant} are being answered and ${room} wait; try again in a moment`,
  );
