import fc from 'fast-check';
import type { NvmlXid } from '@gpuscope/aggregation';
import type { DeviceIdentity } from '../read/devices.js';
import type { XidWatch } from '../read/xids.js';
import { addXids, createXidCounter } from './xidCounter.js';

const gpu = (index: number, handle = BigInt(index + 1)): DeviceIdentity => ({
  handle,
  index,
  uuid: `GPU-${index}`,
  name: 'Synthetic X1',
  pciBusId: `00000000:0${index}:00.0`,
});

const xid = (uuid: string, count: number, lastMs = 1): NvmlXid => ({
  uuid,
  xid: 79,
  count,
  lastMs,
});

/** Watches of a test, one after the other. */
function watches() {
  const started: { devices: readonly DeviceIdentity[]; counts: NvmlXid[]; stopped: boolean }[] = [];
  const start = (devices: readonly DeviceIdentity[]): XidWatch => {
    const watch = { devices, counts: [] as NvmlXid[], stopped: false };
    started.push(watch);
    return {
      counts: () => watch.counts,
      ended: undefined,
      stop: () => {
        watch.stopped = true;
        return Promise.resolve();
      },
    };
  };
  return { started, start };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the counter of XIDs', () => {
  it('knows nothing before it hears, and nothing where the driver gives no events', async () => {
    const counter = createXidCounter(() => ({
      counts: () => undefined,
      ended: undefined,
      stop: () => Promise.resolve(),
    }));
    expect(counter.counts()).toBeUndefined();
    counter.hear([gpu(0)]);
    await settle();
    expect(counter.counts()).toBeUndefined();
  });

  it('keeps one watch while the devices are the same, or fewer: the last XID is of a lost one', async () => {
    const { started, start } = watches();
    const counter = createXidCounter(start);
    counter.hear([gpu(0), gpu(1)]);
    await settle();
    counter.hear([gpu(1)]);
    counter.hear([gpu(0), gpu(1)]);
    await settle();
    expect(started).toHaveLength(1);
    started[0]?.counts.push(xid('GPU-0', 1));
    expect(counter.counts()).toEqual([xid('GPU-0', 1)]);
  });

  it('goes on counting when a device comes back under another handle', async () => {
    const { started, start } = watches();
    const counter = createXidCounter(start);
    counter.hear([gpu(0)]);
    await settle();
    started[0]?.counts.push(xid('GPU-0', 2, 10));
    counter.hear([gpu(0, 99n)]);
    await settle();
    expect(started.map(({ stopped }) => stopped)).toEqual([true, false]);
    expect(counter.counts()).toEqual([xid('GPU-0', 2, 10)]);
    started[1]?.counts.push(xid('GPU-0', 3, 5));
    expect(counter.counts()).toEqual([xid('GPU-0', 5, 10)]);
  });

  it('adds up whatever is counted where', () => {
    const counted = fc.record({
      uuid: fc.constantFrom('a', 'b'),
      xid: fc.integer({ min: 1, max: 3 }),
      count: fc.integer({ min: 1, max: 9 }),
      lastMs: fc.integer({ min: 0, max: 99 }),
    });
    const list = fc.uniqueArray(counted, { selector: (one) => `${one.uuid} ${one.xid}` });
    fc.assert(
      fc.property(fc.array(list), (lists) => {
        const sum = addXids(lists);
        const total = (all: readonly NvmlXid[]): number =>
          all.reduce((count, one) => count + one.count, 0);
        expect(total(sum)).toBe(total(lists.flat()));
        expect(new Set(sum.map((one) => `${one.uuid} ${one.xid}`)).size).toBe(sum.length);
      }),
    );
  });
});
