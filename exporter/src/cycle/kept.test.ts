import { GpuscopeError } from '@gpuscope/aggregation';
import { fakeClock } from '../testing/fakes.js';
import { createKept } from './kept.js';

type Request = (argument: string, signal: AbortSignal) => Promise<string>;

function kept(request: Request, rest: { timeoutMs?: number; keepMs?: number } = {}) {
  const clock = fakeClock();
  const asked = createKept({
    name: 'dcgm',
    request,
    timeoutMs: 1_000,
    keepMs: 60_000,
    timeoutCode: 'SOURCE_TIMEOUT',
    clock,
    ...rest,
  });
  return { clock, asked };
}

const answers =
  (...outcomes: (string | Error)[]): Request =>
  () => {
    const next = outcomes.shift();
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next ?? 'last');
  };

const away = new GpuscopeError('SOURCE_UNREACHABLE', 'nobody there');

describe('createKept', () => {
  it('hands on what it is asked and what is answered', async () => {
    const { clock, asked } = kept((argument) => Promise.resolve(`re: ${argument}`));
    expect(asked.status()).toEqual({ up: false, durationSeconds: 0, lastSuccessSeconds: 0 });
    expect(await asked.ask('who?')).toEqual({ value: 're: who?', fresh: true });
    expect(asked.status()).toEqual({
      up: true,
      durationSeconds: 0,
      lastSuccessSeconds: clock.nowMs() / 1000,
    });
  });

  it('serves the last good answer, marked as old, exactly so long', async () => {
    const { clock, asked } = kept(answers('good', away, away, away));
    await asked.ask('');
    clock.advance(60_000);
    expect(await asked.ask('')).toEqual({ value: 'good', fresh: false });
    clock.advance(1);
    expect(await asked.ask('')).toBeUndefined();
    clock.advance(-30_000);
    expect(await asked.ask('')).toBeUndefined();
  });

  it('is not fooled by a wall clock that jumps', async () => {
    const { clock, asked } = kept(answers('good', away));
    await asked.ask('');
    clock.jump(24 * 3_600_000);
    expect(await asked.ask('')).toEqual({ value: 'good', fresh: false });
  });

  it('tells of a failure, and of the last success before it', async () => {
    const { clock, asked } = kept(answers('good', away, 'back'));
    await asked.ask('');
    const lastSuccessSeconds = clock.nowMs() / 1000;
    clock.advance(15_000);
    await asked.ask('');
    expect(asked.status()).toMatchObject({ up: false, lastSuccessSeconds, error: away });
    await asked.ask('');
    expect(asked.status()).toMatchObject({ up: true });
    expect(asked.status().error).toBeUndefined();
  });

  it('has nothing to serve before the first answer', async () => {
    const { asked } = kept(answers(away));
    expect(await asked.ask('')).toBeUndefined();
    expect(asked.status().lastSuccessSeconds).toBe(0);
  });

  it('makes an internal error of whatever else is thrown', async () => {
    const { asked } = kept(() => Promise.reject(new TypeError('x is not a function')));
    await asked.ask('');
    expect(asked.status().error?.code).toBe('INTERNAL');
    expect(asked.status().error?.message).toBe('x is not a function');
  });

  it('does not wait for one who never answers and never heeds the signal', async () => {
    const { asked } = kept(() => new Promise(() => undefined), { timeoutMs: 30 });
    expect(await asked.ask('')).toBeUndefined();
    expect(asked.status().error).toMatchObject({
      code: 'SOURCE_TIMEOUT',
      message: 'dcgm: no answer within 30 ms',
    });
  });

  it('tells the request that its time is up', async () => {
    let aborted = false;
    const { asked } = kept(
      (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            aborted = true;
            reject(new Error('heeded'));
          });
        }),
      { timeoutMs: 30 },
    );
    await asked.ask('');
    expect(aborted).toBe(true);
    expect(asked.status().error?.code).toBe('SOURCE_TIMEOUT');
  });

  it('ends a request under way when it is closed, and is quiet when there is none', async () => {
    const { asked } = kept(() => new Promise(() => undefined), { timeoutMs: 60_000 });
    const answer = asked.ask('');
    asked.close();
    expect(await answer).toBeUndefined();
    expect(asked.status().error).toBeUndefined();
  });
});
