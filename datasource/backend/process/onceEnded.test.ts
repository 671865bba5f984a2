import { onceEnded } from './onceEnded.js';

describe('onceEnded', () => {
  it('keeps the first reason', async () => {
    const ended = onceEnded();
    ended.end('SIGTERM');
    ended.end('the host is gone', 1);
    await expect(ended.promise).resolves.toEqual({ reason: 'SIGTERM', exitCode: 0 });
  });

  it('carries a status for those who look at it', async () => {
    const ended = onceEnded();
    ended.end('an error', 1);
    await expect(ended.promise).resolves.toEqual({ reason: 'an error', exitCode: 1 });
  });
});
