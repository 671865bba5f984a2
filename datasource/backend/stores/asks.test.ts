import { GpuscopeError } from '@gpuscope/aggregation';
import { asksOf } from './asks.js';
import type { ExchangeRequest } from './exchange.js';
import { fakeAsk, never, type Scripted } from './testing/fakes.js';

const old = { product: 'elasticsearch', major: 6, minor: 8 } as const;
const recent = { product: 'elasticsearch', major: 8, minor: 19 } as const;
const request: ExchangeRequest = {
  method: 'POST',
  path: '/logs/_search',
  what: 'searching logs',
  isRepeatable: true,
};
const cancelled = new GpuscopeError('CANCELLED', 'searching logs: cancelled');

/** A store in which every search of ours runs until it is cancelled, beside somebody else's. */
function busyStore(error: GpuscopeError, asList: boolean) {
  let opaqueId = '';
  return fakeAsk((asked): Scripted | Error => {
    if (asked.path === '/logs/_search') {
      opaqueId = asked.opaqueId ?? '';
      return error;
    }
    const mine = { node: 'n1', id: 7, headers: { 'X-Opaque-Id': opaqueId } };
    const tasks = [
      { node: 'n1', id: 5, headers: { 'X-Opaque-Id': 'somebody' } },
      { node: 'n1', id: 6, headers: {} },
      mine,
      { ...mine, id: 8, parent_task_id: 'n1:7' },
    ];
    return { body: { tasks: asList ? tasks : Object.fromEntries(tasks.entries()) } };
  });
}

describe('a search that is given up', () => {
  it.each([true, false])(
    'is cancelled in a store that would go on, tasks as a list: %s',
    async (asList) => {
      const { exchange, asked } = busyStore(cancelled, asList);
      await expect(asksOf(exchange, old).search(request, never())).rejects.toBe(cancelled);
      expect(asked.map(({ path }) => path)).toEqual([
        '/logs/_search',
        '/_tasks',
        '/_tasks/n1:7/_cancel',
      ]);
    },
  );

  it('is cancelled when its time is over, too', async () => {
    const late = new GpuscopeError('STORE_TIMEOUT', 'late');
    const { exchange, asked } = busyStore(late, true);
    await expect(asksOf(exchange, old).search(request, never())).rejects.toBe(late);
    expect(asked.at(-1)?.path).toBe('/_tasks/n1:7/_cancel');
  });

  it('has an id of its own each time', async () => {
    const { exchange, asked } = fakeAsk(() => ({}));
    const { search } = asksOf(exchange, old);
    await search(request, never());
    await search(request, never());
    expect(new Set(asked.map(({ opaqueId }) => opaqueId)).size).toBe(2);
    expect(asked).toHaveLength(2);
  });

  it('needs no more than a closed connection where stores notice that', async () => {
    const { exchange, asked } = busyStore(cancelled, true);
    await expect(asksOf(exchange, recent).search(request, never())).rejects.toBe(cancelled);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.opaqueId).toBeUndefined();
  });

  it('leaves other errors alone', async () => {
    const refused = new GpuscopeError('STORE_REFUSED', 'no');
    const { exchange, asked } = busyStore(refused, true);
    await expect(asksOf(exchange, old).search(request, never())).rejects.toBe(refused);
    expect(asked).toHaveLength(1);
  });

  it('reports its own error though cancelling failed', async () => {
    const { exchange } = fakeAsk(({ path }) =>
      path === '/_tasks' ? new GpuscopeError('STORE_REFUSED', 'no right') : cancelled,
    );
    await expect(asksOf(exchange, old).search(request, never())).rejects.toBe(cancelled);
  });
});

describe('cleaning up', () => {
  it('does no harm when it fails', async () => {
    const { exchange, asked } = fakeAsk(() => new GpuscopeError('STORE_UNREACHABLE', 'gone'));
    await asksOf(exchange, recent).quietly({ ...request, method: 'DELETE' });
    expect(asked).toHaveLength(1);
  });
});
