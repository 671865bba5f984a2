import { suffix } from '../../model/pods.js';
import type { Random } from '../../model/random.js';
import type { LogApp } from '../apps.js';

/** What controllers give a pod. */
export interface Names {
  readonly pod: string;
  readonly owner: { readonly kind: string; readonly name: string };
  readonly hash: Readonly<Record<string, string>>;
}

/** Names as the controllers of the app's kind make them. */
export function namesOf(
  app: LogApp,
  generation: string,
  fromMs: number,
  replica: number,
  random: Random,
): Names {
  const end = suffix(random, 5);
  switch (app.owner) {
    case 'Deployment': {
      const name = `${app.name}-${generation}`;
      const hash = { 'pod-template-hash': generation };
      return { pod: `${name}-${end}`, owner: { kind: 'ReplicaSet', name }, hash };
    }
    case 'CronJob': {
      const name = `${app.name}-${String(Math.floor(fromMs / 60_000))}`;
      return { pod: `${name}-${end}`, owner: { kind: 'Job', name }, hash: {} };
    }
    case 'PyTorchJob': {
      const pod = `${app.name}-${generation.slice(0, 4)}-worker-${String(replica)}`;
      return { pod, owner: { kind: app.owner, name: app.name }, hash: {} };
    }
  }
}
