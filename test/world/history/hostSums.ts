import { resolverOf, type Directory, type IdentityRules } from '@gpuscope/aggregation';
import { asksOf, coresOf, memoryOf } from '../model/hosts.js';
import type { WorldPod } from '../model/pods.js';
import type { World } from '../model/world.js';
import { restartsOf } from '../protocol/foreign/kubeState.js';
import type { PageSample } from '../protocol/foreign/index.js';
import { podInfo } from './directory.js';
import { addTo } from './sums.js';

const GIB = 1024 ** 3;
const HOUR = 3600;

type Figure = (pod: WorldPod, nowSeconds: number) => number | undefined;

const running =
  (figure: (pod: WorldPod, nowSeconds: number) => number): Figure =>
  (pod, now) =>
    pod.phase === 'Running' ? figure(pod, now) : undefined;

/** What the shipped rules record of CPU, memory and restarts per app and user. */
const RECORDED: Readonly<Record<string, Figure>> = {
  'app:cpu_usage_cores:rate5m': running(coresOf),
  'app:cpu_requests_cores:sum': (pod) => asksOf(pod).cores,
  'app:memory_working_set_bytes:sum': running(memoryOf),
  'app:memory_requests_bytes:sum': (pod) => asksOf(pod).gibibytes * GIB,
  'app:restarts:increase1h': running(
    (pod, now) => restartsOf(pod, now) - restartsOf(pod, now - HOUR),
  ),
};

/** Sums per app and user at this moment, with the names that the rules give. */
export function createHostSums(
  world: World,
  rules: IdentityRules,
): (directory: Directory) => PageSample[] {
  const resolve = resolverOf(rules);
  const named = new WeakMap<WorldPod, PageSample['labels']>();
  const labelsOf = (pod: WorldPod, directory: Directory): PageSample['labels'] => {
    const known = named.get(pod);
    if (known !== undefined) return known;
    const { namespace } = pod.app;
    const space = directory.namespace(namespace);
    const { tenant, app, user } = resolve({
      kind: 'pod',
      pod: podInfo(pod),
      ...(space === undefined ? {} : { namespace: space }),
    });
    const labels = { tenant, namespace, app, user };
    named.set(pod, labels);
    return labels;
  };
  return (directory) => {
    const sums: Parameters<typeof addTo>[0] = new Map();
    for (const pod of world.pods()) {
      const labels = labelsOf(pod, directory);
      for (const [name, figure] of Object.entries(RECORDED)) {
        const value = figure(pod, world.nowSeconds());
        if (value !== undefined) addTo(sums, name, labels, value);
      }
    }
    return [...sums.values()];
  };
}
