import type { PodInfo } from '@gpuscope/aggregation';
import { fakeClock } from '../testing/fakes.js';
import { createPodStore } from './stores.js';

const HASH = '0123456789abcdef0123456789abcdef';

const pod = (name: string, uid: string, rest: Partial<PodInfo> = {}): PodInfo => ({
  namespace: 'n',
  name,
  uid,
  node: 'gpu-1',
  phase: 'Running',
  labels: new Map(),
  annotations: new Map(),
  ...rest,
});
const mirror = (name: string, uid: string) =>
  pod(name, uid, {
    owner: { kind: 'Node', name: 'gpu-1' },
    annotations: new Map([['kubernetes.io/config.hash', HASH]]),
  });

describe('the store of pods', () => {
  const clock = fakeClock();
  const make = () => createPodStore(clock, true);

  it('finds a pod by name and by uid, a static one by its hash', () => {
    const store = make();
    store.replace([pod('a', '1'), mirror('kube-proxy-gpu-1', '2')]);
    expect([store.get('n', 'a')?.uid, store.byUid('1')?.name]).toEqual(['1', 'a']);
    expect(store.byUid(HASH)?.name).toBe('kube-proxy-gpu-1');
    expect([store.byUid('2'), store.byUid('3')]).toEqual([undefined, undefined]);
  });

  it('finds a deleted pod for a minute more', () => {
    const store = make();
    store.upsert(pod('a', '1'));
    store.delete(pod('a', '1'));
    clock.advance(59_000);
    expect(store.byUid('1')?.name).toBe('a');
    clock.advance(1000);
    expect(store.byUid('1')).toBeUndefined();
  });

  it('tells a pod that came back under its name from the former, whose processes may still end', () => {
    const store = make();
    store.upsert(pod('db-0', 'old'));
    store.upsert(pod('db-0', 'new'));
    expect([store.byUid('old')?.uid, store.byUid('new')?.uid]).toEqual(['old', 'new']);
    store.delete(pod('db-0', 'old'));
    expect(store.get('n', 'db-0')?.uid).toBe('new');
    clock.advance(60_000);
    expect([store.byUid('old'), store.byUid('new')?.name]).toEqual([undefined, 'db-0']);
    expect(store.size).toBe(1);
  });

  it('keeps what a new list no longer holds, by uid too', () => {
    const store = make();
    store.replace([pod('a', '1'), pod('b', '2')]);
    store.replace([pod('b', '2')]);
    expect(store.byUid('1')?.name).toBe('a');
    clock.advance(60_000);
    expect([store.byUid('1'), store.byUid('2')?.name]).toEqual([undefined, 'b']);
  });

  it('spends nothing on uids where nobody asks for them', () => {
    const store = createPodStore(clock);
    store.upsert(pod('a', '1'));
    expect([store.byUid('1'), store.get('n', 'a')?.uid]).toEqual([undefined, '1']);
  });
});
