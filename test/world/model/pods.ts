import type { Random } from './random.js';
import type { WorldApp } from './site.js';
import type { Slot } from './slots.js';

/** A pod of the simulated site. Times in seconds since the epoch. */
export interface WorldPod {
  readonly app: WorldApp;
  readonly name: string;
  readonly uid: string;
  readonly user: string;
  readonly createdSeconds: number;
  readonly livesSeconds: number;
  /** Seed of its load. */
  readonly seed: number;
  /** Whether it is the first of its app that the site has seen. */
  readonly isFirst: boolean;
  phase: 'Pending' | 'Running' | 'Succeeded';
  startSeconds?: number;
  endSeconds?: number;
  slots: readonly Slot[];
  /** Where it runs or ran; empty while it waits. */
  node: string;
  /** CPU time that it has used. */
  cpuSeconds: number;
}

const hex = (random: Random, digits: number): string =>
  Math.floor(random.next() * 16 ** digits)
    .toString(16)
    .padStart(digits, '0');

/** Letters and digits that Kubernetes uses for generated names: no vowels, nothing easily confused. */
export const suffix = (random: Random, length: number): string =>
  Array.from({ length }, () => random.pick([...'bcdfghjklmnpqrstvwxz2456789'])).join('');

/** Names as the controllers of the app's kind make them. */
function podName(app: WorldApp, user: string, serial: number, random: Random): string {
  switch (app.owner) {
    case 'Deployment':
      return `${app.name}-${templateHash(app)}-${suffix(random, 5)}`;
    case 'Job':
      return `${app.name}-${String(serial)}-${suffix(random, 5)}`;
    case 'StatefulSet':
      return `${app.name}-${user.replace('.', '-')}-${String(serial)}-0`;
  }
}

/** Stands for `pod-template-hash`: the same for all pods of the one release that the simulation knows. */
export const templateHash = (app: WorldApp): string =>
  `6d${String(app.name.length)}c${String(app.namespace.length)}f`;

export function createPod(
  app: WorldApp,
  serial: number,
  nowSeconds: number,
  random: Random,
  isFirst = false,
): WorldPod {
  const user = app.users.length === 0 ? '' : random.pick(app.users);
  return {
    app,
    name: podName(app, user, serial, random),
    uid: `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-8${hex(random, 3)}-${hex(random, 12)}`,
    user,
    createdSeconds: nowSeconds,
    livesSeconds: random.between(...app.livesSeconds),
    seed: Math.floor(random.next() * 2 ** 31),
    isFirst,
    phase: 'Pending',
    slots: [],
    node: '',
    cpuSeconds: 0,
  };
}
