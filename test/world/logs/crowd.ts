import type { Random } from '../model/random.js';
import type { Speaker } from './speakers/index.js';
import type { Said } from './truth.js';

/** All who log; whoever is alive at a moment speaks as often as its weight says. Moments must not go back. `turns` goes on counting how often each spoke. */
export interface Crowd {
  /** When somebody speaks again, where nobody is alive at this moment; else undefined. */
  silentUntil(atMs: number): number | undefined;
  /** @throws {Error} when nobody is alive */
  speak(
    atMs: number,
    random: Random,
  ): { readonly speaker: Speaker; readonly says: readonly Said[] };
  /** How much all together talk at this moment, against what is usual. */
  loudness(atMs: number): number;
  /** The pod alive at this moment with the largest weight, the first by name. */
  loudest(atMs: number): Speaker;
}

export function createCrowd(
  speakers: readonly Speaker[],
  turns = new Map<Speaker, number>(),
): Crowd {
  let alive: readonly Speaker[] = [];
  let total = 0;
  let until = -Infinity;

  function move(atMs: number): void {
    if (atMs < until) return;
    alive = speakers.filter(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
    total = alive.reduce((sum, { weight }) => sum + weight, 0);
    const changes = speakers.flatMap(({ fromMs, toMs }) => [fromMs, toMs]);
    until = Math.min(...changes.filter((ms) => ms > atMs), Infinity);
  }

  function pick(random: Random): Speaker {
    let left = random.next() * total;
    for (const speaker of alive) {
      left -= speaker.weight;
      if (left < 0) return speaker;
    }
    return random.pick(alive);
  }

  return {
    silentUntil(atMs) {
      move(atMs);
      return alive.length === 0 ? until : undefined;
    },
    speak(atMs, random) {
      move(atMs);
      if (alive.length === 0) throw new Error(`nobody logs at ${new Date(atMs).toISOString()}`);
      const speaker = pick(random);
      const turn = turns.get(speaker) ?? 0;
      turns.set(speaker, turn + 1);
      return { speaker, says: speaker.voice({ random, source: speaker.source, atMs, turn }) };
    },
    loudness(atMs) {
      move(atMs);
      const usual = alive.reduce(
        (sum, one) => (one.isUnusual === true ? sum : sum + one.weight),
        0,
      );
      return usual === 0 ? 1 : total / usual;
    },
    loudest(atMs) {
      move(atMs);
      const pods = alive.filter(({ source }) => source.kind === 'pod');
      const [first] = pods.toSorted((a, b) => b.weight - a.weight);
      if (first === undefined) throw new Error(`no pod logs at ${new Date(atMs).toISOString()}`);
      return first;
    },
  };
}
