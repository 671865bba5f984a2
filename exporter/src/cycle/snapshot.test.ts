import type { Series } from '@gpuscope/aggregation';
import { createSnapshotStore, servable } from './snapshot.js';

const series = (metric: Series['metric']): Series => ({ metric, labels: { node: 'n' }, value: 1 });
const DEVICE = series('gpu_power_watts');
const WORKLOAD = series('gpu_workload_power_watts');
const ACCOUNT = series('gpu_account_allocated_seconds_total');

describe('servable', () => {
  const snapshot = { series: [DEVICE, WORKLOAD, ACCOUNT], atMs: 0 };

  it('is everything while it is young', () => {
    expect(servable(snapshot, 60_000, 60_000)).toEqual([DEVICE, WORKLOAD, ACCOUNT]);
  });

  it('is the accounts alone once cycles have failed for too long: money and waste stay true', () => {
    expect(servable(snapshot, 60_001, 60_000)).toEqual([ACCOUNT]);
  });
});

describe('createSnapshotStore', () => {
  it('holds the newest', () => {
    const store = createSnapshotStore();
    expect(store.latest()).toBeUndefined();
    store.publish({ series: [], atMs: 1 });
    store.publish({ series: [], atMs: 2 });
    expect(store.latest()?.atMs).toBe(2);
  });
});
