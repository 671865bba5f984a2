import type { NvmlXidEvent, NvmlLibrary } from '../library/library.js';
import { success, type NvmlResult } from '../library/result.js';
import { FAILURES, fakeNvml } from '../testing/nvml.js';
import type { DeviceIdentity } from './devices.js';
import { watchXids } from './xids.js';

const device = (handle: bigint): DeviceIdentity => ({
  handle,
  index: Number(handle),
  uuid: `GPU-${handle}`,
  name: 'NVIDIA L4',
  pciBusId: '',
});

type Wait = NvmlResult<NvmlXidEvent | undefined>;

const xid = (handle: bigint, code: number): Wait => success({ device: handle, xid: code });

/** A driver whose waits end as told, then in nothing; `drained` resolves when all were told. */
const driver = (waits: readonly Wait[], has: Partial<NvmlLibrary> = {}) => {
  const rest = [...waits];
  const state = { sets: new Set<bigint>(), waiting: 0, freedWhileWaiting: false };
  let onDrained: () => void = () => undefined;
  const drained = new Promise<void>((resolve) => (onDrained = resolve));
  const nvml = fakeNvml({
    eventSetCreate: () => {
      state.sets.add(50n);
      return success(50n);
    },
    eventSetFree: (set) => {
      state.freedWhileWaiting ||= state.waiting > 0;
      state.sets.delete(set);
      return success(undefined);
    },
    registerXids: () => success(undefined),
    waitForXid: async () => {
      state.waiting++;
      await new Promise((resolve) => setImmediate(resolve));
      state.waiting--;
      const next = rest.shift();
      if (next === undefined) onDrained();
      return next ?? success(undefined);
    },
    ...has,
  });
  return { nvml, state, drained };
};

const watch = (nvml: NvmlLibrary, handles: readonly bigint[] = [1n, 2n]) => {
  let time = 1000;
  return watchXids(nvml, handles.map(device), { now: () => (time += 1), waitMs: 1 });
};

describe('watchXids', () => {
  it('counts every XID, repeats too, by device and code', async () => {
    const { nvml, drained } = driver([xid(1n, 79), xid(2n, 31), xid(1n, 79), xid(1n, 48)]);
    const xids = watch(nvml);
    await drained;
    expect(xids.counts()).toEqual([
      { uuid: 'GPU-1', xid: 79, count: 2, lastMs: 1003 },
      { uuid: 'GPU-2', xid: 31, count: 1, lastMs: 1002 },
      { uuid: 'GPU-1', xid: 48, count: 1, lastMs: 1004 },
    ]);
    await xids.stop();
  });

  it('knows of none while none came: that is not the same as not knowing', async () => {
    const { nvml, drained } = driver([success(undefined)]);
    const xids = watch(nvml);
    await drained;
    expect(xids.counts()).toEqual([]);
    await xids.stop();
  });

  it('does not count for a device that it does not know', async () => {
    const { nvml, drained } = driver([xid(77n, 13), xid(1n, 13)]);
    const xids = watch(nvml);
    await drained;
    expect(xids.counts()).toMatchObject([{ uuid: 'GPU-1', count: 1 }]);
    await xids.stop();
  });

  it('knows a device by its name where the driver tells of it by another handle', async () => {
    const { nvml, drained } = driver([xid(77n, 13)], { text: () => success('GPU-2') });
    const xids = watch(nvml);
    await drained;
    expect(xids.counts()).toMatchObject([{ uuid: 'GPU-2', xid: 13, count: 1 }]);
    await xids.stop();
  });

  it('goes on after waits that fail, as they do around a lost GPU', async () => {
    const { nvml, drained } = driver([FAILURES.lost, xid(2n, 79), FAILURES.unknown, xid(2n, 79)]);
    const xids = watch(nvml);
    await drained;
    expect(xids.counts()).toMatchObject([{ uuid: 'GPU-2', xid: 79, count: 2 }]);
    expect(xids.ended).toBeUndefined();
    await xids.stop();
  });

  it.each([
    ['at once when the driver is gone', [xid(1n, 79), FAILURES.uninitialized], 'restart'],
    ['after many failures', Array.from({ length: 30 }, () => FAILURES.unknown), 'failed'],
  ])('ends %s, and then knows nothing', async (_, waits, kind) => {
    const { nvml, state } = driver(waits);
    const xids = watch(nvml);
    while (xids.ended === undefined) await new Promise((resolve) => setTimeout(resolve, 1));
    expect(xids.ended).toMatchObject({ kind });
    expect(xids.counts()).toBeUndefined();
    await xids.stop();
    expect(state.sets.size).toBe(0);
  });

  it.each([
    ['has no events', { eventSetCreate: () => FAILURES.notSupported }],
    ['has none for these devices', { registerXids: () => FAILURES.notSupported }],
  ])('knows nothing where the driver %s', async (_, has) => {
    const { nvml, state } = driver([], has);
    const xids = watch(nvml);
    expect(xids.counts()).toBeUndefined();
    await xids.stop();
    expect(state.sets.size).toBe(0);
  });

  it('watches the devices that have events when some have none', async () => {
    const { nvml, drained } = driver([xid(2n, 63)], {
      registerXids: (handle) => (handle === 1n ? FAILURES.notSupported : success(undefined)),
    });
    const xids = watch(nvml);
    await drained;
    expect(xids.counts()).toMatchObject([{ uuid: 'GPU-2', xid: 63 }]);
    await xids.stop();
  });

  it('frees the set only when nothing waits on it any more', async () => {
    const { nvml, state } = driver([]);
    const xids = watch(nvml);
    expect(state.waiting).toBe(1);
    await xids.stop();
    expect(state.sets.size).toBe(0);
    expect(state.freedWhileWaiting).toBe(false);
  });
});
