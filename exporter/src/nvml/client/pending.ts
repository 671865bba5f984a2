interface Waiter<Value> {
  readonly resolve: (value: Value) => void;
  readonly reject: (error: Error) => void;
}

/** Answers that are waited for, by a number. */
export interface Pending<Value> {
  wait(id: number): Promise<Value>;
  /** An answer that nobody waits for is let go. */
  resolve(id: number, value: Value): void;
  rejectAll(error: Error): void;
}

export function createPending<Value>(): Pending<Value> {
  const waiters = new Map<number, Waiter<Value>>();

  function take(id: number): Waiter<Value> | undefined {
    const waiter = waiters.get(id);
    waiters.delete(id);
    return waiter;
  }

  return {
    wait: (id) => new Promise((resolve, reject) => waiters.set(id, { resolve, reject })),
    resolve: (id, value) => take(id)?.resolve(value),
    rejectAll(error) {
      for (const id of [...waiters.keys()]) take(id)?.reject(error);
    },
  };
}
