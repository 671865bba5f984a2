import { watchPreview } from './watch.js';
import { readPreview, type Preview } from './preview.js';

const json = (body: unknown, status = 200) =>
  ({ ok: status < 400, status, json: () => Promise.resolve(body) }) as Response;

/** Answers one after the other; the test fails if it is asked again after the last. */
function answers(...given: (Response | Error)[]) {
  const left = [...given];
  return () => {
    const next = left.shift();
    if (next === undefined) return Promise.reject(new Error('asked too often'));
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  };
}

async function watch(...given: (Response | Error)[]) {
  const seen: Preview[] = [];
  const silences: string[] = [];
  await watchPreview({
    onAnswer: (preview) => seen.push(preview),
    onSilence: (reason) => silences.push(reason),
    ask: answers(...given),
    pause: () => Promise.resolve(),
  });
  return { seen, silences };
}

describe('watching the preview start', () => {
  it('asks until it is ready', async () => {
    const part = { name: 'Prometheus', state: 'starting', note: 'reading 3 days' };
    const { seen } = await watch(
      json({ state: 'starting', parts: [part] }),
      json({ state: 'ready', parts: [{ ...part, state: 'ready' }] }),
    );
    expect(seen.map(({ state }) => state)).toEqual(['starting', 'ready']);
    expect(seen[0]?.parts).toEqual([part]);
  });

  it('goes on when the server is not there yet, and says why', async () => {
    const { seen, silences } = await watch(
      new Error('connection refused'),
      json({}, 503),
      json({ state: 'ready' }),
    );
    expect(silences).toEqual(['connection refused', '/api/preview answers 503']);
    expect(seen).toHaveLength(1);
  });

  it('shows a failure and keeps asking, for the program may be started again', async () => {
    const { seen } = await watch(json({ state: 'failed' }), json({ state: 'ready' }));
    expect(seen.map(({ state }) => state)).toEqual(['failed', 'ready']);
  });

  it('stops when nobody wants to know', async () => {
    const stop = new AbortController();
    stop.abort();
    const ask = jest.fn();
    await watchPreview({ onAnswer: ask, onSilence: ask, ask, signal: stop.signal });
    expect(ask).not.toHaveBeenCalled();
  });
});

describe('an answer of /api/preview', () => {
  it('counts as simulated unless it says otherwise', () => {
    expect(readPreview({ state: 'ready' }).simulated).toBe(true);
    expect(readPreview({ state: 'ready', simulated: false }).simulated).toBe(false);
  });

  it('lists one address or several by name, and leaves out what is none', () => {
    const links = { prometheus: 'http://p', exporters: ['http://a', 'http://b'], store: null };
    expect(readPreview({ state: 'ready', links }).links).toEqual({
      prometheus: 'http://p',
      exporters: 'http://a',
      'exporters 2': 'http://b',
    });
  });

  it.each([[null], ['<html>'], [{ state: 'asleep' }]])('is not %j', (answer) => {
    expect(() => readPreview(answer)).toThrow(/its state is starting, ready or failed/);
  });
});
