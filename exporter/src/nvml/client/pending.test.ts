import { createPending } from './pending.js';

describe('what is waited for', () => {
  it('comes to who asked for it, by number, once', async () => {
    const pending = createPending<string>();
    const answers = [pending.wait(1), pending.wait(2)];
    pending.resolve(2, 'two');
    pending.resolve(7, 'nobody asked');
    pending.resolve(1, 'one');
    expect(await Promise.all(answers)).toEqual(['one', 'two']);
  });

  it('is refused to all at once', async () => {
    const pending = createPending<string>();
    const answers = [pending.wait(1), pending.wait(2)];
    pending.rejectAll(new Error('over'));
    for (const answer of answers) await expect(answer).rejects.toThrow('over');
  });
});
