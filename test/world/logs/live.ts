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
  const everybody = (): readonly Speaker[] => [...steady, ...pods()];
  return {
    *until(toMs) {
      const crowd = createCrowd(everybody(), turns);
      while (at < toMs) {
        const ms = Math.floor(at);
        const { speaker, says } = crowd.speak(ms, random);
        yield* write(speaker, ms, says, 'apart');
        at += random.waiting((1000 * says.length) / linesPerSecond);
      }
    },
    pod: (namespace, name) =>
      everybody()
        .flatMap(({ source }) => (source.kind === 'pod' ? [source] : []))
        .find((source) => source.pod === name && source.namespace === namespace),
  };
}

function followPods(world: World, options: SpeakersOptions): () => readonly Speaker[] {
  const random = createRandom(SEED);
  const name = namer(options);
  const speakers = new Map<WorldPod, Speaker>();
  world.onPod(({ pod }) => {
    const { node } = pod;
    if (node === '' || speakers.has(pod)) return;
    speakers.set(pod, {
      voice: voiceOf(pod.app),
      weight: 1,
      fromMs: (pod.startSeconds ?? 0) * 1000,
      // Nobody knows yet when it will end.
      get toMs() {
        return (pod.endSeconds ?? Infinity) * 1000;
      },
      source: name(gpuPodSource(world.site, pod, node, random)),
    });
  });
  return () => [...speakers.values()];
}

/** The apps without GPUs; whoever is there now stays. */
function steadyPods(options: SpeakersOptions): readonly Speaker[] {
  const random = createRandom(SEED);
  const name = namer(options);
  return LOG_APPS.flatMap((app) => appPods(app, options, random)).map((speaker) => ({
    ...speaker,
    toMs: speaker.toMs === options.toMs ? Infinity : speaker.toMs,
    source: name(speaker.source),
  }));
}
