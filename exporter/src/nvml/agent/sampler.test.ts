import type { NvmlSnapshot } from '@gpuscope/aggregation';
import { fakeClock } from '../../testing/fakes.js';
import { FIRST_WINDOW_MS, startSampler } from './sampler.js';

const SNAPSHOT: NvmlSnapshot = {
  atMs: 0,
  windowMs: 0,
  session: 's',
  driverVersion: '580',
  devices: [],
  lost: [],
  seesProcesses: true,
};

/** A sampler whose time passes when the test says so. */
function sampled(poll: () => void = () => undefined) {
  const clock = fakeClock();
  const waiting: { atMs: number; work: () => void; isOff: boolean }[] = [];
  const done = { polls: 0, failures: [] as unknown[] };
  const sampler = startSampler({
    session: {
      poll: () => {
        done.polls += 1;
        poll();
      },
      look: () => ({ ...SNAPSHOT, atMs: clock.nowMs() }),
    },
    sampleEveryMs: 500,
    onFailure: (error) => done.failures.push(error),
    clock,
    after: (ms, work) => {
      const entry = { atMs: clock.monotonicMs() + ms, work, isOff: false };
      waiting.push(entry);
      return () => {
        entry.isOff = true;
      };
    },
  });
  const pass = (ms: number): void => {
    for (let passed = 0; passed < ms; passed += 100) {
      clock.advance(100);
      for (const entry of waiting.splice(0)) {
        if (entry.isOff) continue;
        if (entry.atMs <= clock.monotonicMs()) entry.work();
        else waiting.push(entry);
      }
    }
  };
  return { sampler, clock, done, pass };
}

describe('the sampler', () => {
  it('polls all the time, asked or not', () => {
    const { done, pass } = sampled();
    pass(10_000);
    expect(done.polls).toBe(20);
  });

  it('polls no more once it is stopped', () => {
    const { sampler, done, pass } = sampled();
    pass(1_000);
    sampler.stop();
    pass(5_000);
    expect(done.polls).toBe(2);
  });

  it('gives up at the first poll that throws, and says why', () => {
    const error = new Error('driver gone');
    const { done, pass } = sampled(() => {
      throw error;
    });
    pass(5_000);
    expect(done).toEqual({ polls: 1, failures: [error] });
  });

  it('lets the first look wait until there is something to see, and no other', async () => {
    const { sampler, clock, pass } = sampled();
    const startMs = clock.nowMs();
    const first = sampler.look();
    pass(FIRST_WINDOW_MS);
    expect((await first).atMs).toBe(startMs + FIRST_WINDOW_MS);
    expect((await sampler.look()).atMs).toBe(startMs + FIRST_WINDOW_MS);
  });
});
