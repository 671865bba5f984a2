import { createExchange, type ExchangeRequest } from './exchange.js';
import { DEFAULT_STORE_OPTIONS, type StoreOptions } from './options.js';
import { asking, clientError, fakeWire, never, type Script } from './testing/fakes.js';

const request: ExchangeRequest = {
  method: 'POST',
  path: '/logs/_search',
  what: 'searching logs',
  isRepeatable: true,
};
const refused = clientError('connect ECONNREFUSED 127.0.0.1:1');
const reset = clientError('read ECONNRESET');
const unready = { status: 503, body: { error: { type: 'master_not_discovered_exception' } } };
const redSearch = {
  status: 503,
  body: { error: { type: 'search_phase_execution_exception', reason: 'all shards failed' } },
};

function exchange(scripts: readonly (readonly Script[])[], options: Partial<StoreOptions> = {}) {
  const fakes = scripts.map((script, n) => fakeWire(`http://n${n}`, script));
  const made = createExchange(
    fakes.map(({ wire }) => wire),
    { ...DEFAULT_STORE_OPTIONS, ...options },
    asking,
  );
  const counts = () => fakes.map(({ asked }) => asked.length);
  return {
    ask: (asked: ExchangeRequest, signal: AbortSignal) => made.ask(asked, signal),
    must: (asked: ExchangeRequest, signal: AbortSignal) => made.must(asked, signal),
    close: () => made.close(),
    fakes,
    counts,
  };
}

describe('an exchange with one node', () => {
  it('hands on what is asked and answered', async () => {
    const { ask, fakes } = exchange([[{ status: 418, body: { a: '1' } }]]);
    const reply = await ask({ ...request, body: '{}', query: { q: '1' } }, never());
    expect(reply).toMatchObject({ status: 418, body: { a: '1' } });
    expect(fakes[0]?.asked[0]).toMatchObject({
      path: '/logs/_search',
      body: '{}',
      query: { q: '1' },
    });
  });

  it('has no body where the answer is no JSON, and calls that invalid where it must be', async () => {
    const { ask, must } = exchange([[{ body: '<html>' }]]);
    expect((await ask(request, never())).body).toBeUndefined();
    await expect(must(request, never())).rejects.toMatchObject({ code: 'STORE_INVALID' });
  });

  it('throws for a refusal only where it must succeed', async () => {
    const { ask, must } = exchange([[{ status: 401 }]]);
    expect((await ask(request, never())).status).toBe(401);
    await expect(must(request, never())).rejects.toMatchObject({ code: 'STORE_REFUSED' });
  });

  it.each([
    ['is refused', [refused], 1],
    ['says nothing of why', [clientError('')], 1],
    ['breaks, again and again', [reset], 2],
    ['is not trusted', [clientError('certificate has expired')], 1],
  ])('that %s asks no more often than is of use', async (_, script, times) => {
    const { ask, counts } = exchange([script]);
    await expect(ask(request, never())).rejects.toMatchObject({ name: 'GpuscopeError' });
    expect(counts()).toEqual([times]);
  });

  it('asks once more where a kept connection had died, though not what must not be repeated', async () => {
    const { ask, counts } = exchange([[reset, { body: { ok: true } }]]);
    expect((await ask(request, never())).body).toEqual({ ok: true });
    expect(counts()).toEqual([2]);
    const once = exchange([[reset, {}]]);
    await expect(once.ask({ ...request, isRepeatable: false }, never())).rejects.toMatchObject({
      code: 'STORE_UNREACHABLE',
    });
    expect(once.counts()).toEqual([1]);
  });

  it('gives up in time', async () => {
    const { ask, counts } = exchange([['silence']], { timeoutMs: 20 });
    await expect(ask(request, never())).rejects.toMatchObject({
      code: 'STORE_TIMEOUT',
      message: expect.stringContaining('0.02 s') as string,
    });
    await expect(ask({ ...request, timeoutMs: 30 }, never())).rejects.toMatchObject({
      message: expect.stringContaining('0.03 s') as string,
    });
    expect(counts()).toEqual([2]);
  });

  it('is cancelled by whoever asked', async () => {
    const { ask } = exchange([['silence']]);
    const giveUp = new AbortController();
    const outcome = ask(request, giveUp.signal);
    giveUp.abort();
    await expect(outcome).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('refuses an answer that is too large', async () => {
    const { ask } = exchange([[{ body: 'x'.repeat(100) }]], { maxResponseBytes: 99 });
    await expect(ask(request, never())).rejects.toMatchObject({ code: 'STORE_INVALID' });
  });
});

describe('an exchange with several nodes', () => {
  it('goes on to the next where one did nothing with the request', async () => {
    for (const bad of [
      refused,
      clientError('getaddrinfo ENOTFOUND n0'),
      unready,
      { status: 502 },
    ]) {
      const { ask, counts } = exchange([[bad], [{ body: { from: 'n1' } }]]);
      expect((await ask(request, never())).body).toEqual({ from: 'n1' });
      expect(counts()).toEqual([1, 1]);
    }
  });

  it('does not ask all of them for what none can answer', async () => {
    for (const same of [
      redSearch,
      { status: 429 },
      { status: 400 },
      { status: 500 },
      { status: 401 },
    ]) {
      const { ask, counts } = exchange([[same], [{}]]);
      await ask(request, never());
      expect(counts()).toEqual([1, 0]);
    }
  });

  it('does not ask the next one after a time-out: the work would be done twice', async () => {
    const late = exchange([[clientError('Request timed out', 'TimeoutError')], [{}]]);
    await expect(late.ask(request, never())).rejects.toMatchObject({ code: 'STORE_TIMEOUT' });
    expect(late.counts()).toEqual([1, 0]);
  });

  it('answers what the last one said where none is ready', async () => {
    const { ask, counts } = exchange([[unready], [unready], [unready]]);
    expect((await ask(request, never())).status).toBe(503);
    expect(counts()).toEqual([1, 1, 1]);
    const none = exchange([[refused], [refused]]);
    await expect(none.ask(request, never())).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
    expect(none.counts()).toEqual([1, 1]);
  });

  it('leaves one that failed alone for a while', async () => {
    let now = 0;
    const { ask, counts } = exchange([[refused], [{}]], { restMs: 1_000, now: () => now });
    for (let n = 0; n < 5; n += 1) await ask(request, never());
    expect(counts()).toEqual([1, 5]);
    now = 1_001;
    await ask(request, never());
    await ask(request, never());
    expect(counts()).toEqual([2, 7]);
  });

  it('closes them all', async () => {
    const { close, fakes } = exchange([[{}], [{}]]);
    await close();
    expect(fakes.map(({ isClosed }) => isClosed())).toEqual([true, true]);
  });
});
