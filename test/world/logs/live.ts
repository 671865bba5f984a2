import type { IdentityRules } from '@gpuscope/aggregation';
import type { WorldPod } from '../model/pods.js';
import { createRandom } from '../model/random.js';
import type { World } from '../model/world.js';
import { voiceOf, LOG_APPS } from './apps.js';
import { createCrowd } from './crowd.js';
import { appPods } from './speakers/appPods.js';
import { gpuPodSource } from './speakers/gpuPods.js';
import { namer } from './speakers/namer.js';
import type { Speaker, SpeakersOptions } from './speakers/speaker.js';
import { failing } from './voices/failing.js';
import type { LogTruth, PodSource } from './truth.js';
import { createWriter } from './writer.js';

/** The log lines of a site in motion. */
export interface LiveLog {
  /** The lines from where the last call ended, up to here; the world must have got that far. */
  until(toMs: number): Generator<LogTruth>;
  /** Every pod that ever logged. */
  pod(namespace: string, name: string): PodSource | undefined;
}

export interface LiveLogOptions {
  readonly fromMs: number;
  /** Now: the apps without GPUs were rolled out between `fromMs` and this. */
  readonly nowMs: number;
  readonly linesPerSecond: number;
  readonly rules: IdentityRules;
}

const SEED = 1;

/** Listens to a world from its start on, and makes its pods log. */
export function createLiveLog(world: World, options: LiveLogOptions): LiveLog {
  const { fromMs, nowMs, linesPerSecond, rules } = options;
  const random = createRandom(SEED);
  const write = createWriter(random);
  const turns = new Map<Speaker, number>();
  const crowdOptions = { site: world.site, rules, fromMs, toMs: nowMs, seed: SEED };
  const pods = followPods(world, crowdOptions);
  const steady = steadyPods(crowdOptions);
  let at = fromMs;
  return {
    *until(toMs) {
      const crowd = createCrowd([...steady, ...pods.speakers()], turns);
      while (at < toMs) {
        const ms = Math.floor(at);
        const again = crowd.silentUntil(ms);
        if (again !== undefined) {
          // A site has just begun: its first pods are not up yet.
          at = Math.min(again, toMs);
          continue;
        }
        const { speaker, says } = crowd.speak(ms, random);
        yield* write(speaker, ms, says, 'apart');
        at += random.waiting((1000 * says.length) / (linesPerSecond * crowd.loudness(ms)));
      }
    },
    pod: (namespace, name) => pods.find(namespace, name) ?? findPod(steady, namespace, name),
  };
}

interface FollowedPods {
  speakers(): readonly Speaker[];
  find(namespace: string, name: string): PodSource | undefined;
}

const keyOf = (namespace: string, name: string): string => `${namespace}/${name}`;

function followPods(world: World, options: SpeakersOptions): FollowedPods {
  const random = createRandom(SEED);
  const name = namer(options);
  const seen = new Map<WorldPod, readonly Speaker[]>();
  const sources = new Map<string, PodSource>();
  world.onPod(({ pod }) => {
    if (pod.node === '' || seen.has(pod)) return;
    const source = name(gpuPodSource(world.site, pod, pod.node, random));
    seen.set(pod, speakersOfPod(pod, source));
    sources.set(keyOf(source.namespace, source.pod), source);
  });
  return {
    speakers: () => [...seen.values()].flat(),
    find: (namespace, pod) => sources.get(keyOf(namespace, pod)),
  };
}

/** How much more somebody talks whose work fails again and again. */
const FAILING_TALKS = 12;

function speakersOfPod(pod: WorldPod, source: PodSource): readonly Speaker[] {
  const { talks = 1, trouble } = pod.app;
  const fromMs = (pod.startSeconds ?? 0) * 1000;
  const usual: Speaker = {
    voice: voiceOf(pod.app),
    weight: talks,
    fromMs,
    // Nobody knows yet when it will end.
    get toMs() {
      return (pod.endSeconds ?? Infinity) * 1000;
    },
    source,
  };
  if (trouble === undefined) return [usual];
  const inTrouble: Speaker = {
    voice: failing,
    weight: talks * FAILING_TALKS,
    fromMs: Math.max(fromMs, trouble.fromSeconds * 1000),
    toMs: trouble.toSeconds * 1000,
    source,
    isUnusual: true,
  };
  return [usual, inTrouble];
}

const findPod = (
  speakers: readonly Speaker[],
  namespace: string,
  name: string,
): PodSource | undefined =>
  speakers
    .flatMap(({ source }) => (source.kind === 'pod' ? [source] : []))
    .find((source) => source.pod === name && source.namespace === namespace);

/** Apps without GPUs, for a site that has none of its own; whoever is there now stays. */
function steadyPods(options: SpeakersOptions): readonly Speaker[] {
  const random = createRandom(SEED);
  const name = namer(options);
  // A site that runs apps without GPUs needs no others: pods in logs and in metrics are the same.
  if (options.site.apps.some(({ count }) => count === 0)) return [];
  return LOG_APPS.flatMap((app) => appPods(app, options, random)).map((speaker) => ({
    ...speaker,
    toMs: speaker.toMs === options.toMs ? Infinity : speaker.toMs,
    source: name(speaker.source),
  }));
}
