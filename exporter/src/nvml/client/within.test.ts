import { unlessAborted, within } from './within.js';

const forever = new Promise<never>(() => undefined);

describe('within a time', () => {
  it('the work settles as it does', async () => {
    expect(await within(Promise.resolve(5), 60_000, () => new Error('late'))).toBe(5);
    await expect(
      within(Promise.reject(new Error('bad')), 60_000, () => new Error('late')),
    ).rejects.toThrow('bad');
  });

  it('or it is late', async () => {
    await expect(within(forever, 1, () => new Error('late'))).rejects.toThrow('late');
  });
});

describe('unless it is aborted', () => {
  it('the work settles as it does', async () => {
    expect(await unlessAborted(Promise.resolve(5), new AbortController().signal)).toBe(5);
  });

  it.each([
    ['before', AbortSignal.abort(new Error('enough'))],
    ['meanwhile', AbortSignal.timeout(1)],
  ])('it is aborted %s', async (_, signal) => {
    await expect(unlessAborted(forever, signal)).rejects.toThrow();
    expect(signal.aborted).toBe(true);
  });
});
