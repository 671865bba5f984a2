import { bufferAt, fakeNative, returns, writes64, type FakeFunction } from '../testing/native.js';
import { createCalls } from './calls.js';
import { eventCalls } from './events.js';
import { success } from './result.js';

const events = (functions: Record<string, FakeFunction>) =>
  eventCalls(createCalls(fakeNative(functions)));

/** nvmlEventData_t of nvml.h: device, type, data. */
const arrives =
  (device: bigint, type: bigint, data: bigint): FakeFunction =>
  (...args) => {
    [device, type, data].forEach((value, index) =>
      bufferAt(args, 1).writeBigUInt64LE(value, index * 8),
    );
    return 0;
  };

describe('events', () => {
  it('are asked for XIDs alone', () => {
    const asked: unknown[] = [];
    const { registerXids, eventSetCreate } = events({
      nvmlEventSetCreate: writes64(77n),
      nvmlDeviceRegisterEvents: (...args) => {
        asked.push(...args);
        return 0;
      },
    });
    expect(eventSetCreate()).toEqual(success(77n));
    registerXids(5n, 77n);
    expect(asked).toEqual([5n, 8n, 77n]);
  });

  it.each(['nvmlEventSetWait_v2', 'nvmlEventSetWait'])('come by %s', async (symbol) => {
    const { waitForXid } = events({ [symbol]: arrives(0xffff_0000_1111n, 8n, 79n) });
    expect(await waitForXid(77n, 5)).toEqual(success({ device: 0xffff_0000_1111n, xid: 79 }));
  });

  it('are none when nothing came in time, or something else', async () => {
    expect(await events({ nvmlEventSetWait_v2: returns(10) }).waitForXid(77n, 5)).toEqual(
      success(undefined),
    );
    const { waitForXid } = events({ nvmlEventSetWait_v2: arrives(1n, 2n, 0n) });
    expect(await waitForXid(77n, 5)).toEqual(success(undefined));
  });

  it('tell of a lost device, and of a wait that could not begin', async () => {
    expect(await events({ nvmlEventSetWait_v2: returns(15) }).waitForXid(77n, 5)).toMatchObject({
      kind: 'lost',
    });
    const { waitForXid } = eventCalls({
      call: () => 0,
      callApart: () => Promise.reject(new Error('too many calls')),
      close: () => undefined,
    });
    expect(await waitForXid(77n, 5)).toMatchObject({ ok: false, kind: 'failed' });
  });
});
