import { podInfo } from '../../history/directory.js';
import { templateHash, type WorldPod } from '../../model/pods.js';
import type { Random } from '../../model/random.js';
import type { WorldSite } from '../../model/site.js';
import { createWorld } from '../../model/world.js';
import { voiceOf } from '../apps.js';
import { placed } from './placed.js';
import type { SpeakersOptions, Unnamed, UnnamedSpeaker } from './speaker.js';

/** The site has been going this long before anybody looks. */
const WARM_UP_MS = 3 * 3_600_000;

/** The pods of the world that ran in the range. They are told by a world of its own, from the same seed. */
export function gpuPods(
  { site, fromMs, toMs, seed }: SpeakersOptions,
  random: Random,
): UnnamedSpeaker[] {
  const world = createWorld(site, (fromMs - WARM_UP_MS) / 1000, seed);
  const seen = new Map<WorldPod, string>();
  world.onPod(({ pod }) => {
    if (pod.node !== '' && !seen.has(pod)) seen.set(pod, pod.node);
  });
  world.advance(toMs / 1000);
  return [...seen].flatMap(([pod, node]): UnnamedSpeaker[] => {
    const from = Math.max(fromMs, (pod.startSeconds ?? 0) * 1000);
    const to = Math.min(toMs, (pod.endSeconds ?? Infinity) * 1000);
    if (from >= to) return [];
    return [
      {
        voice: voiceOf(pod.app),
        weight: 1,
        fromMs: from,
        toMs: to,
        source: gpuPodSource(site, pod, node, random),
      },
    ];
  });
}

/** The one container of a pod that holds GPUs. */
export function gpuPodSource(
  site: WorldSite,
  pod: WorldPod,
  node: string,
  random: Random,
): Unnamed {
  const info = podInfo(pod);
  const isDeployed = pod.app.owner === 'Deployment';
  const hash = isDeployed ? { 'pod-template-hash': templateHash(pod.app) } : {};
  return {
    ...placed(site, pod.app.namespace, node, random),
    pod: pod.name,
    podUid: pod.uid,
    container: 'main',
    image: `registry.example.com/${pod.app.name}:1`,
    labels: { ...Object.fromEntries(info.labels), ...hash },
    annotations: Object.fromEntries(info.annotations),
    ...(info.owner === undefined ? {} : { owner: ownerWritten(pod, info.owner) }),
  };
}

/** The owner as Kubernetes writes it into the pod: a Deployment stands behind its ReplicaSet. */
const ownerWritten = (
  { app }: WorldPod,
  owner: { readonly kind: string; readonly name: string },
): { readonly kind: string; readonly name: string } =>
  app.owner === 'Deployment' ? { ...owner, kind: 'ReplicaSet' } : owner;
