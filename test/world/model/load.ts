import { smoothNoise } from './random.js';
import type { WorldPod } from './pods.js';
import type { Span } from './site.js';

/** What a pod does to its devices at a moment; ratios 0–1 of the slot it holds. */
export interface Load {
  readonly busy: number;
  readonly sm: number;
  readonly tensor: number;
  readonly dram: number;
  /** Part of the slot's memory in use. */
  readonly memory: number;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** How busy each kind of app keeps a device, `age` seconds into its life. */
const BUSY: Readonly<Record<WorldPod['app']['kind'], (pod: WorldPod, age: number) => number>> = {
  // Loads its data for a minute, then computes, with a dip at each checkpoint.
  training: ({ seed }, age) => {
    if (age < 60) return 0.02;
    return age % 600 < 20 ? 0.15 : 0.93 + 0.05 * smoothNoise(seed, age, 45);
  },
  // Somebody types: long pauses, short bursts; some are forgotten.
  notebook: ({ seed }, age) => {
    if (seed % 3 === 0 && age > 900) return 0;
    return smoothNoise(seed, age, 240) > 0.35 ? 0.7 : 0;
  },
  serving: ({ seed, startSeconds }, age) => {
    const hour = (((startSeconds ?? 0) + age) / 3600) % 24;
    return 0.4 + 0.3 * Math.sin(((hour - 9) / 12) * Math.PI) + 0.15 * smoothNoise(seed, age, 90);
  },
  batch: ({ seed }, age) => (age < 15 ? 0 : 0.75 + 0.2 * smoothNoise(seed, age, 30)),
  // Answers people, who work by day.
  service: ({ seed, startSeconds }, age) => {
    const hour = (((startSeconds ?? 0) + age) / 3600) % 24;
    return 0.25 + 0.15 * Math.sin(((hour - 9) / 12) * Math.PI) + 0.1 * smoothNoise(seed, age, 300);
  },
};

/** What is left of an app's work while it fails again and again. */
const TROUBLED = 0.3;

export const isIn = (span: Span | undefined, seconds: number): boolean =>
  span !== undefined && span.fromSeconds <= seconds && seconds < span.toSeconds;

export function loadOf(pod: WorldPod, nowSeconds: number): Load {
  const age = nowSeconds - (pod.startSeconds ?? nowSeconds);
  const { forgottenAfterSeconds = Infinity, trouble, effort = 1 } = pod.app;
  const part = isIn(trouble, nowSeconds) ? TROUBLED * effort : effort;
  const busy = age > forgottenAfterSeconds ? 0 : clamp(BUSY[pod.app.kind](pod, age) * part);
  const tensorBound = pod.app.kind === 'training' ? 0.62 : 0.25;
  return {
    busy,
    sm: busy * 0.88,
    tensor: busy * tensorBound,
    dram: busy * (pod.app.kind === 'serving' ? 0.78 : 0.41),
    memory: pod.app.memory * Math.min(1, age / 45),
  };
}
