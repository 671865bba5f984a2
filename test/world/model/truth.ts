import type { WorldPod } from './pods.js';

/** What really was used, by namespace, app and user: GPU-seconds held and busy, weighted by MIG slices. */
export interface TrueUse {
  readonly namespace: string;
  readonly app: string;
  readonly user: string;
  heldSeconds: number;
  busySeconds: number;
}

export interface Truth {
  add(pod: WorldPod, heldSeconds: number, busySeconds: number): void;
  all(): readonly TrueUse[];
}

export function createTruth(): Truth {
  const uses = new Map<string, TrueUse>();
  return {
    add({ app, user }, heldSeconds, busySeconds) {
      const key = `${app.namespace}/${app.name}/${user}`;
      const use = uses.get(key) ?? {
        namespace: app.namespace,
        app: app.name,
        user,
        heldSeconds: 0,
        busySeconds: 0,
      };
      use.heldSeconds += heldSeconds;
      use.busySeconds += busySeconds;
      uses.set(key, use);
    },
    all: () => [...uses.values()],
  };
}
