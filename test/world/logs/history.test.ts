import { criBytes } from './cri.js';
import { createLogHistory, type LogTruth, type PodSource } from './index.js';

const FROM = Date.UTC(2026, 9, 1, 8);
const HOUR = 3_600_000;
const range = { fromMs: FROM, toMs: FROM + 2 * HOUR };

const lines = (more: Partial<Parameters<typeof createLogHistory>[0]> = {}): LogTruth[] => [
  ...createLogHistory({ ...range, count: 4000, ...more }),
];
const pods = (truths: readonly LogTruth[]): (LogTruth & { source: PodSource })[] =>
  truths.flatMap((truth) =>
    truth.source.kind === 'pod' ? [{ ...truth, source: truth.source }] : [],
  );

describe("the simulated site's log lines", () => {
  const truths = lines();

  it('are as many as asked for, inside the range, each later than the one before', () => {
    expect(truths).toHaveLength(4000);
    for (const [at, { timeNs }] of truths.entries()) {
      expect(timeNs > (truths[at - 1]?.timeNs ?? 0n)).toBe(true);
    }
    expect(truths[0]?.timeNs).toBeGreaterThanOrEqual(BigInt(range.fromMs) * 1_000_000n);
    expect(truths.at(-1)?.timeNs).toBeLessThan(BigInt(range.toMs) * 1_000_000n);
  });

  it('are the same for the same seed and others for another', () => {
    expect(lines()).toEqual(truths);
    expect(lines({ seed: 2 })).not.toEqual(truths);
  });

  it('lie one behind the other in the file of whoever wrote them', () => {
    const ends = new Map<string, number>();
    for (const { source, offset, line } of pods(truths)) {
      expect(offset).toBe(ends.get(source.containerId) ?? 0);
      ends.set(source.containerId, offset + criBytes(line));
    }
  });

  it('hold what the users look for, in every kind of app', () => {
    const holding = (word: string): number =>
      truths.filter(({ line }) => line.includes(word)).length;
    const wanted = [
      'OutOfMemoryError',
      'CUDA_ERROR',
      'user_id=42',
      '显存不足',
      '\u001b[32m',
      '\tat ',
    ];
    for (const word of wanted) expect([word, holding(word) > 0]).toEqual([word, true]);
    expect(truths.filter(({ line }) => line.startsWith('{')).length).toBeGreaterThan(50);
  });

  it('come from jobs that ended, deleted pods, and pods with both label spellings', () => {
    const last = (pod: string): bigint =>
      pods(truths).findLast(({ source }) => source.pod === pod)?.timeNs ?? 0n;
    const named = new Set(pods(truths).map(({ source }) => source));
    const early = [...named].filter(
      ({ pod }) => last(pod) < BigInt(FROM + HOUR * 1.4) * 1_000_000n,
    );
    expect(early.some(({ owner }) => owner?.kind === 'Job')).toBe(true);
    expect(early.some(({ owner }) => owner?.kind === 'ReplicaSet')).toBe(true);
    const both = [...named].filter(
      ({ labels }) => 'app' in labels && 'app.kubernetes.io/name' in labels,
    );
    expect(new Set(both.map(({ namespace }) => namespace))).toEqual(
      new Set(['search', 'risk-models']),
    );
  });

  it('have an app and a tenant each, except on a machine that is nobody’s', () => {
    for (const { source } of truths) {
      const isNobodys = source.kind === 'host' && source.host === 'build-vm-1';
      expect(source.app === '').toBe(isNobodys);
      expect(source.tenant === '').toBe(isNobodys);
    }
  });

  it('hold special lines when asked: many in one millisecond, a long one, a broken one', () => {
    const all = lines({ count: 12_000, burst: 10_000, longLine: 2_000_000, invalidUtf8: true });
    expect(all).toHaveLength(12_000);
    const burst = all.filter(({ line }) => line.startsWith('INFO burst line'));
    expect(burst).toHaveLength(10_000);
    expect(new Set(burst.map(({ timeNs }) => timeNs / 1_000_000n)).size).toBe(1);
    expect(new Set(burst.map(({ source }) => source)).size).toBe(1);
    expect(all.filter(({ line }) => line.length === 2_000_000)).toHaveLength(1);
    expect(all.filter(({ line }) => line.includes('\uFFFD'))).toHaveLength(1);
  });
});
