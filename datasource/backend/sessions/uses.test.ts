import { deferred } from '../testing/deferred.js';
import { createUses } from './uses.js';

describe('createUses', () => {
  it('is idle at once where nothing runs', async () => {
    await expect(createUses().idle()).resolves.toBeUndefined();
  });

  it('becomes idle only after the last use, even one that fails', async () => {
    const uses = createUses();
    const told: string[] = [];
    const first = deferred<string>();
    const second = deferred<string>();
    const one = uses.run(() => first.promise);
    const two = uses.run(() => second.promise);
    const idle = uses.idle().then(() => told.push('idle'));
    first.resolve('a');
    await expect(one).resolves.toBe('a');
    expect(told).toEqual([]);
    second.reject(new Error('broken'));
    await expect(two).rejects.toThrow('broken');
    await idle;
    expect(told).toEqual(['idle']);
  });
});
