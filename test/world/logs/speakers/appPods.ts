import { suffix } from '../../model/pods.js';
import type { Random } from '../../model/random.js';
import type { LogApp } from '../apps.js';
import { hexDigits } from '../voices/voice.js';
import { namesOf } from './names.js';
import { placed } from './placed.js';
import type { SpeakersOptions, UnnamedSpeaker } from './speaker.js';

/** A rollout in the middle of the range: the pods before it are deleted ones at its end. */
export function appPods(
  app: LogApp,
  { site, fromMs, toMs }: SpeakersOptions,
  random: Random,
): UnnamedSpeaker[] {
  const rollout = Math.floor(fromMs + (toMs - fromMs) * random.between(0.35, 0.65));
  const lives = [
    [fromMs, rollout],
    [rollout, toMs],
  ] as const;
  return lives.flatMap(([from, to]) => {
    const generation = suffix(random, 10);
    return Array.from({ length: app.replicas }, (_, replica): UnnamedSpeaker => {
      const node = site.nodes[replica % site.nodes.length]?.name ?? '';
      const { pod, owner, hash } = namesOf(app, generation, from, replica, random);
      return {
        voice: app.voice,
        weight: app.weight,
        fromMs: from,
        toMs: to,
        source: {
          ...placed(site, app.namespace, node, random),
          pod,
          podUid: `${hexDigits(random, 8)}-${hexDigits(random, 4)}-4${hexDigits(random, 3)}-8${hexDigits(random, 3)}-${hexDigits(random, 12)}`,
          container: app.container,
          image: `registry.example.com/${app.name}:2`,
          labels: { ...app.labels, ...hash },
          annotations: app.annotations ?? {},
          owner,
        },
      };
    });
  });
}
