import { DEFAULT_IDENTITY } from '@gpuscope/aggregation';
import { DEMO_SITE } from '../model/site.js';
import { createWorld, type World } from '../model/world.js';
import { createPreviewWorld } from '../preview.js';
import { createLiveLog, type LiveLog } from './live.js';
import type { LogTruth } from './truth.js';

const NOW = Date.UTC(2026, 9, 1, 8);
const HOUR = 3_600_000;

const start = (): { world: World; log: LiveLog } => {
  const world = createWorld(DEMO_SITE, (NOW - 3 * HOUR) / 1000);
  const log = createLiveLog(world, {
    fromMs: NOW - HOUR,
    nowMs: NOW,
    linesPerSecond: 1,
    rules: DEFAULT_IDENTITY,
  });
  world.advance(NOW / 1000);
  return { world, log };
};

const podsOf = (truths: readonly LogTruth[]): ReadonlySet<string> =>
  new Set(truths.flatMap(({ source }) => (source.kind === 'pod' ? [source.pod] : [])));

describe('the log of a site in motion', () => {
  it('goes on where it stopped, each line later than the one before', () => {
    const { world, log } = start();
    const truths = [...log.until(NOW)];
    for (let t = NOW; t <= NOW + HOUR / 4; t += 5000) {
      world.advance(t / 1000);
      truths.push(...log.until(t));
    }
    for (const [i, { timeNs }] of truths.entries()) {
      expect(timeNs > (truths[i - 1]?.timeNs ?? 0n)).toBe(true);
    }
    expect(truths.length).toBeGreaterThan(0.75 * 4500);
    expect(truths.length).toBeLessThan(1.25 * 4500);
  });

  it("is of the world's own pods, those that ended included, and of apps without GPUs", () => {
    const { world, log } = start();
    const named = podsOf([...log.until(NOW)]);
    const running = world.pods().filter(({ phase }) => phase === 'Running');
    const speaking = running.filter(({ name }) => named.has(name));
    expect(speaking.length).toBeGreaterThan(running.length / 2);
    expect([...named].some((pod) => pod.startsWith('orders-api-'))).toBe(true);
    const current = new Set(world.pods().map(({ name }) => name));
    const gone = [...named].filter((pod) => /^(ocr-batch|detector-train)-/.test(pod));
    expect(gone.some((pod) => !current.has(pod))).toBe(true);
  });

  it('is silent until the first pods of a site are up, and goes on from there', () => {
    const world = createPreviewWorld({ nowSeconds: NOW / 1000, days: 1 / 24 });
    const begun = NOW - HOUR;
    const log = createLiveLog(world, {
      fromMs: begun,
      nowMs: NOW,
      linesPerSecond: 1,
      rules: DEFAULT_IDENTITY,
    });
    expect([...log.until(begun)]).toEqual([]);
    world.advance(NOW / 1000);
    const [first] = log.until(NOW);
    const starts = world.pods().flatMap(({ startSeconds = Infinity }) => startSeconds * 1000);
    expect(Number(first?.timeNs ?? 0n) / 1e6).toBeGreaterThanOrEqual(Math.min(...starts));
  });

  it('knows every pod that it lets speak', () => {
    const { log } = start();
    for (const { source } of log.until(NOW)) {
      if (source.kind === 'pod') expect(log.pod(source.namespace, source.pod)).toBe(source);
    }
    expect(log.pod('search', 'nobody')).toBeUndefined();
  });
});
