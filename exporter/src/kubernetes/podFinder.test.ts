import { fakeApi, lists, pod } from '../testing/apiServer.js';
import { createClient } from './client.js';
import { createPodFinder } from './podFinder.js';

const status = (podIP: string, ready: boolean, phase = 'Running'): object => ({
  status: { phase, podIP, conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
});

describe('createPodFinder', () => {
  const find = async (items: readonly object[]): Promise<unknown> => {
    const api = await fakeApi({ list: [lists(items, '1')] });
    try {
      const finder = createPodFinder(createClient({ server: api.url }), 'gpu-1');
      const found = await finder('gpu-operator', 'app=dcgm', new AbortController().signal);
      const { pathname, searchParams } = api.calls[0]?.url ?? new URL('http://none');
      expect(pathname).toBe('/api/v1/namespaces/gpu-operator/pods');
      expect(Object.fromEntries(searchParams)).toEqual({
        labelSelector: 'app=dcgm',
        fieldSelector: 'spec.nodeName=gpu-1',
      });
      return found;
    } finally {
      await api.close();
    }
  };

  it('takes a ready pod before one that is not', async () => {
    const items = [
      pod('starting', '1', status('10.0.0.1', false)),
      pod('ready', '1', status('10.0.0.2', true)),
    ];
    expect(await find(items)).toEqual({ ip: '10.0.0.2', name: 'ready' });
  });

  it('takes a running pod that is not ready when there is no other', async () => {
    expect(await find([pod('only', '1', status('10.0.0.1', false))])).toEqual({
      ip: '10.0.0.1',
      name: 'only',
    });
  });

  it('takes none that is pending, ended, without address or on its way out', async () => {
    const leaving = pod('leaving', '1', status('10.0.0.4', true)) as { metadata: object };
    const items = [
      pod('pending', '1', status('10.0.0.1', false, 'Pending')),
      pod('ended', '1', status('10.0.0.2', false, 'Failed')),
      pod('new', '1', status('', false)),
      { ...leaving, metadata: { ...leaving.metadata, deletionTimestamp: '2026-01-01T00:00:00Z' } },
    ];
    expect(await find(items)).toBeUndefined();
  });
});
