import { withDeadline } from './deadline.js';
import { textWith } from '../testing/matching.js';

const never = new AbortController().signal;

/** Work that ends only when it is told to. */
const untilTold = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('told to stop')), { once: true });
  });

describe('withDeadline', () => {
  it('answers what the work answers', async () => {
    await expect(withDeadline(1000, never, () => Promise.resolve(7))).resolves.toBe(7);
  });

  it('says that the time was up, whatever the work ended in', async () => {
    await expect(withDeadline(20, never, untilTold)).rejects.toMatchObject({
      code: 'STORE_TIMEOUT',
      message: textWith('0.02 s'),
    });
  });

  it('stops the work when the asker leaves, and does not call that a time-out', async () => {
    const asker = new AbortController();
    const result = withDeadline(1000, asker.signal, untilTold);
    asker.abort();
    await expect(result).rejects.toThrow('told to stop');
  });

  it('hands on errors that came in time', async () => {
    const work = (): Promise<never> => Promise.reject(new Error('broken'));
    await expect(withDeadline(1000, never, work)).rejects.toThrow('broken');
  });
});
