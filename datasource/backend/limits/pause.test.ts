import { mapInChunks } from './pause.js';

const never = new AbortController().signal;

describe('mapInChunks', () => {
  it('maps all, in order, and lets others run meanwhile', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    const list = Array.from({ length: 3000 }, (_, index) => index);
    const slow = (one: number): number => {
      const untilMs = performance.now() + 0.02;
      while (performance.now() < untilMs);
      return one * 2;
    };
    expect(await mapInChunks(list, slow, never)).toEqual(list.map((one) => one * 2));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });

  it('stops when nobody wants the rest', async () => {
    const asker = new AbortController();
    let mapped = 0;
    const map = (): void => {
      mapped += 1;
      if (mapped === 10) asker.abort();
    };
    await expect(
      mapInChunks(Array.from({ length: 5000 }), map, asker.signal),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(mapped).toBeLessThan(1000);
  });

  it('maps nothing to nothing', async () => {
    expect(await mapInChunks([], () => 1, never)).toEqual([]);
  });
});
