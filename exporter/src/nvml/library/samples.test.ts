import { fakeNative, returns, type FakeFunction } from '../testing/native.js';
import { createCalls } from './calls.js';
import { success } from './result.js';
import { sampleCalls } from './samples.js';

const samples = (functions: Record<string, FakeFunction>) =>
  sampleCalls(createCalls(fakeNative(functions)));

/** 2026-01-01 in µs. */
const START = 1_767_225_600_000_000;

/** nvmlProcessUtilizationSample_t of nvml.h: pid, time stamp from byte 8, then four percentages. */
const processDriver =
  (list: readonly (readonly [pid: number, time: number, sm: number])[]): FakeFunction =>
  (_device, records, count, since) => {
    const newer = list.filter(([, time]) => time > Number(since));
    if (newer.length === 0) return 6;
    (count as Buffer).writeUInt32LE(newer.length);
    newer.forEach(([pid, time, sm], index) => {
      const record = (records as Buffer).subarray(index * 32);
      record.writeUInt32LE(pid, 0);
      record.writeBigUInt64LE(BigInt(time), 8);
      [sm, 11, 12, 13].forEach((value, place) => record.writeUInt32LE(value, 16 + place * 4));
    });
    return 0;
  };

describe('what processes did', () => {
  const list = [
    [100, START + 1, 30],
    [200, START + 2, 55],
  ] as const;

  it('is told with its time', () => {
    const { processUtilization } = samples({
      nvmlDeviceGetProcessUtilization: processDriver(list),
    });
    expect(processUtilization(1n, 0)).toEqual(
      success([
        { pid: 100, timeStamp: START + 1, smUtil: 30 },
        { pid: 200, timeStamp: START + 2, smUtil: 55 },
      ]),
    );
  });

  it('is asked from a time on, to the microsecond', () => {
    const { processUtilization } = samples({
      nvmlDeviceGetProcessUtilization: processDriver(list),
    });
    expect(processUtilization(1n, START + 1)).toMatchObject({ value: [{ pid: 200 }] });
  });

  it('is nothing, not a failure, where all were idle', () => {
    const { processUtilization } = samples({ nvmlDeviceGetProcessUtilization: processDriver([]) });
    expect(processUtilization(1n, 0)).toEqual(success([]));
  });

  it('leaves out records that no process has, or that can not be', () => {
    const { processUtilization } = samples({
      nvmlDeviceGetProcessUtilization: processDriver([
        [0, START + 5, 50],
        [100, START + 5, 4_294_967_040],
        [200, START + 6, 100],
      ]),
    });
    expect(processUtilization(1n, 0)).toMatchObject({ value: [{ pid: 200, smUtil: 100 }] });
  });

  it('is absent with MIG', () => {
    const { processUtilization } = samples({ nvmlDeviceGetProcessUtilization: returns(3) });
    expect(processUtilization(1n, 0)).toMatchObject({ ok: false, kind: 'absent' });
  });
});

describe('samples of GPU utilisation', () => {
  /** nvmlSample_t of nvml.h: time stamp, then a value of the type that is told apart. */
  const driver: FakeFunction = (_device, kind, since, type, count, records) => {
    if (kind !== 1) return 2;
    (type as Buffer).writeUInt32LE(1);
    const times = [START + 10, START + 20, START + 30].filter((time) => time > Number(since));
    if (times.length === 0) return 6;
    (count as Buffer).writeUInt32LE(times.length);
    times.forEach((time, index) => {
      (records as Buffer).writeBigUInt64LE(BigInt(time), index * 16);
      (records as Buffer).writeUInt32LE((time - START) * 2, index * 16 + 8);
    });
    return 0;
  };

  it('are told with their times', () => {
    const { utilizationSamples } = samples({ nvmlDeviceGetSamples: driver });
    expect(utilizationSamples(1n, START + 10)).toEqual(
      success([
        { timeStamp: START + 20, value: 40 },
        { timeStamp: START + 30, value: 60 },
      ]),
    );
  });

  it('are none, not a failure, where nothing is new', () => {
    const { utilizationSamples } = samples({ nvmlDeviceGetSamples: driver });
    expect(utilizationSamples(1n, START + 30)).toEqual(success([]));
  });

  it('leave out places of the ring that were never written', () => {
    const { utilizationSamples } = samples({
      nvmlDeviceGetSamples: (_device, _kind, _since, type, count) => {
        (type as Buffer).writeUInt32LE(1);
        (count as Buffer).writeUInt32LE(3);
        return 0;
      },
    });
    expect(utilizationSamples(1n, 0)).toEqual(success([]));
  });

  it('hand on that a device is lost', () => {
    const { utilizationSamples } = samples({ nvmlDeviceGetSamples: returns(15) });
    expect(utilizationSamples(1n, 0)).toMatchObject({ kind: 'lost' });
  });
});

describe('a driver that counts more records than it writes', () => {
  it('does not bring back those of before', () => {
    let records = 2;
    const { processUtilization } = samples({
      nvmlDeviceGetProcessUtilization: (_device, into, count) => {
        (count as Buffer).writeUInt32LE(2);
        for (let index = 0; index < records; index++) {
          (into as Buffer).writeUInt32LE(100 + index, index * 32);
          (into as Buffer).writeBigUInt64LE(BigInt(START), index * 32 + 8);
        }
        return 0;
      },
    });
    expect(processUtilization(1n, 0)).toMatchObject({ value: [{ pid: 100 }, { pid: 101 }] });
    records = 1;
    const after = processUtilization(1n, 0);
    expect(after.ok && after.value.map(({ pid }) => pid)).toEqual([100]);
  });
});
