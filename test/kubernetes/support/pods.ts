import { setTimeout as sleep } from 'node:timers/promises';
import type { PodDirectory } from '@gpuscope/exporter';
import type { KubernetesAccess } from '../../servers/index.js';

interface PodSpec {
  readonly node?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly gpus?: number;
}

/** A pod as one would write it for kubectl. */
const podBody = (name: string, { node, labels, gpus }: PodSpec = {}): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, labels: labels ?? {}, annotations: { 'example.com/owner': `of-${name}` } },
  spec: {
    ...(node !== undefined && { nodeName: node }),
    terminationGracePeriodSeconds: 0,
    containers: [
      {
        name: 'main',
        image: 'synthetic:1',
        ...(gpus !== undefined && { resources: { limits: { 'nvidia.com/gpu': String(gpus) } } }),
      },
    ],
  },
});

/** One namespace's pods. */
export interface PodMaker {
  make(name: string, spec?: PodSpec): Promise<void>;
  label(name: string, labels: Readonly<Record<string, string>>): Promise<void>;
  remove(name: string): Promise<void>;
  /** `name uid label` of each pod that the server lists, sorted. */
  listed(): Promise<string[]>;
}

interface ListedPod {
  readonly metadata: {
    readonly name: string;
    readonly uid: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
}

export function podsOf(access: KubernetesAccess, namespace: string): PodMaker {
  const base = `/api/v1/namespaces/${namespace}/pods`;
  return {
    make: async (name, spec) => void (await access.must('POST', base, podBody(name, spec))),
    label: async (name, labels) =>
      void (await access.must('PATCH', `${base}/${name}`, { metadata: { labels } })),
    remove: async (name) =>
      void (await access.must('DELETE', `${base}/${name}?gracePeriodSeconds=0`)),
    listed: async () => {
      const { items } = (await access.must('GET', base)) as {
        readonly items: readonly ListedPod[];
      };
      return items
        .map(({ metadata: { name, uid, labels } }) => `${name} ${uid} ${labels?.['round'] ?? ''}`)
        .sort();
    },
  };
}

/** As `listed`, but as the directory knows it. */
export const known = (directory: PodDirectory, namespace: string): string[] =>
  [...directory.pods()]
    .filter((pod) => pod.namespace === namespace)
    .map(({ name, uid, labels }) => `${name} ${uid} ${labels.get('round') ?? ''}`)
    .sort();

/** Waits until something holds, with patience. @throws {Error} with `what` after the time is up */
export async function eventually(
  holds: () => boolean | Promise<boolean>,
  what: () => unknown,
  ms = 40_000,
): Promise<void> {
  const deadline = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > deadline) {
      throw new Error(`did not come about in ${ms} ms: ${JSON.stringify(what()).slice(0, 2000)}`);
    }
    await sleep(50);
  }
}
