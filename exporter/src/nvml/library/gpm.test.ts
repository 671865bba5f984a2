import { bufferAt, fakeNative, returns, writes64, type FakeFunction } from '../testing/native.js';
import { createCalls } from './calls.js';
import { gpmCalls } from './gpm.js';
import { success } from './result.js';

const gpm = (functions: Record<string, FakeFunction>) =>
  gpmCalls(createCalls(fakeNative(functions)));

/** nvmlGpmMetricsGet_t of nvml.h: version, count, two samples, then records of 40 bytes: id, status, value from byte 8. */
const metricsGet =
  (
    answer: (id: number, before: bigint, after: bigint) => number | { failed: number },
  ): FakeFunction =>
  (...args) => {
    const request = bufferAt(args, 0);
    if (request.readUInt32LE(0) !== 1) return 25;
    for (let index = 0; index < request.readUInt32LE(4); index++) {
      const record = request.subarray(24 + index * 40);
      const found = answer(
        record.readUInt32LE(0),
        request.readBigUInt64LE(8),
        request.readBigUInt64LE(16),
      );
      if (typeof found === 'number') record.writeDoubleLE(found, 8);
      else record.writeInt32LE(found.failed, 4);
    }
    return 0;
  };

describe('support for GPM', () => {
  it.each([
    [1, true],
    [0, false],
  ])('is what the driver says: %i', (says, supported) => {
    const { gpmSupported } = gpm({
      nvmlGpmQueryDeviceSupport: (...args) => {
        if (bufferAt(args, 1).readUInt32LE(0) !== 1) return 25;
        bufferAt(args, 1).writeUInt32LE(says, 4);
        return 0;
      },
    });
    expect(gpmSupported(1n)).toEqual(success(supported));
  });

  it('is absent with drivers that do not know it', () => {
    expect(gpm({}).gpmSupported(1n)).toMatchObject({ kind: 'absent' });
  });
});

describe('samples of GPM', () => {
  it('are the library’s, to be given back', () => {
    const freed: unknown[] = [];
    const { gpmAlloc, gpmFree } = gpm({
      nvmlGpmSampleAlloc: writes64(0x7f00_dead_beefn),
      nvmlGpmSampleFree: (sample) => {
        freed.push(sample);
        return 0;
      },
    });
    expect(gpmAlloc()).toEqual(success(0x7f00_dead_beefn));
    expect(gpmFree(0x7f00_dead_beefn)).toEqual(success(undefined));
    expect(freed).toEqual([0x7f00_dead_beefn]);
  });

  it('are of a GPU, or of one of its instances', () => {
    const asked: unknown[][] = [];
    const note: FakeFunction = (...args) => {
      asked.push([...args]);
      return 0;
    };
    const { gpmSample } = gpm({ nvmlGpmSampleGet: note, nvmlGpmMigSampleGet: note });
    gpmSample(1n, undefined, 9n);
    gpmSample(1n, 0, 9n);
    expect(asked).toEqual([
      [1n, 9n],
      [1n, 0, 9n],
    ]);
  });
});

describe('metrics of GPM', () => {
  it('are answered one by one, from before to after', () => {
    const { gpmMetrics } = gpm({
      nvmlGpmMetricsGet: metricsGet((id, before, after) =>
        id === 5 ? { failed: 3 } : id + Number(after - before) / 100,
      ),
    });
    expect(gpmMetrics(10n, 60n, [1, 5, 10])).toMatchObject({
      value: [
        { ok: true, value: 1.5 },
        { ok: false, kind: 'absent' },
        { ok: true, value: 10.5 },
      ],
    });
  });

  it('are none where the driver divides by nothing', () => {
    const { gpmMetrics } = gpm({ nvmlGpmMetricsGet: metricsGet(() => Number.NaN) });
    expect(gpmMetrics(1n, 2n, [1])).toMatchObject({ value: [{ ok: false, kind: 'absent' }] });
  });

  it('fail as a whole when the call does', () => {
    expect(gpm({ nvmlGpmMetricsGet: returns(999) }).gpmMetrics(1n, 2n, [1])).toMatchObject({
      code: 'NVML_ERROR_UNKNOWN',
    });
  });
});
