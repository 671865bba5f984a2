import { createRandom } from '../../model/random.js';
import { LOG_APPS } from '../apps.js';
import { appPods } from './appPods.js';
import { gpuPods } from './gpuPods.js';
import { hosts } from './hosts.js';
import { namer } from './namer.js';
import type { Speaker, SpeakersOptions } from './speaker.js';

export type { Speaker } from './speaker.js';

/** Everybody who logs in a range of time: pods that hold GPUs, apps without, machines. */
export function speakersOf(options: SpeakersOptions): readonly Speaker[] {
  const random = createRandom(options.seed + 77);
  const name = namer(options);
  const pods = [
    ...gpuPods(options, random),
    ...LOG_APPS.flatMap((app) => appPods(app, options, random)),
  ];
  return [
    ...pods.map(({ source, ...rest }) => ({ ...rest, source: name(source) })),
    ...hosts(options),
  ];
}
