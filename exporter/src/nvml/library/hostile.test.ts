import fc from 'fast-check';
import { createReading } from '../read/reading.js';
import { listDevices } from '../read/devices.js';
import { readBoardFigures } from '../read/boardFigures.js';
import { createGpmWindow } from '../read/gpm.js';
import { readLeafFigures } from '../read/leafFigures.js';
import { readMig } from '../read/mig.js';
import { createNvlinkRates } from '../read/nvlinkRates.js';
import { readProcesses } from '../read/processes.js';
import { bufferAt, fakeNative, type FakeFunction } from '../testing/native.js';
import { bindNvml } from './bind.js';
import type { NvmlLibrary } from './library.js';
import { SYMBOLS } from './symbols.js';

/** A driver gone mad: every call writes what it likes wherever it may, and returns what it likes. */
const madDriver = (random: () => number): NvmlLibrary => {
  const anything: FakeFunction = (...args) => {
    for (const argument of args) {
      if (!Buffer.isBuffer(argument)) continue;
      // Small numbers too: they pass for counts, types and links.
      const small = random() < 0.5;
      for (let at = 0; at < Math.min(argument.length, 512); at++) {
        argument[at] = small && at % 4 > 0 ? 0 : Math.floor(random() * 256);
      }
    }
    return random() < 0.7 ? 0 : Math.floor(random() * 31);
  };
  const names = Object.entries(SYMBOLS).flatMap(([name, [, ...symbols]]) => [name, ...symbols]);
  return bindNvml(fakeNative(Object.fromEntries(names.map((name) => [name, anything]))));
};

const isHonest = (figures: object): boolean =>
  Object.values(figures).every((value) => typeof value === 'number' && Number.isFinite(value));

/** Numbers from 0 to 1 that a seed decides, so that a failure can be made again. */
function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

describe('whatever the driver writes and returns', () => {
  it('no reader throws, and every figure is a number', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const nvml = madDriver(randomOf(seed));
        const reading = createReading();
        const { instances } = readMig(nvml, reading, 1n);
        const gpm = createGpmWindow(nvml, 1n, 'gpu');
        const nvlink = createNvlinkRates(nvml, 1n);
        const figures = [0, 1000].map((atMs) => ({
          ...readBoardFigures(nvml, createReading(), 1n),
          ...readLeafFigures(nvml, createReading(), 1n),
          ...gpm.read(createReading(), atMs),
          ...nvlink.read(createReading(), atMs),
        }));
        gpm.close();
        expect(figures.every(isHonest)).toBe(true);
        const listed = readProcesses(nvml, createReading(), 1n, instances.slice(0, 3)) ?? [];
        expect(listed.every(({ pid }) => Number.isInteger(pid))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('samples have a time, and processes no more than all of it', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const nvml = madDriver(randomOf(seed));
        const used = nvml.processUtilization(1n, 0);
        const samples = nvml.utilizationSamples(1n, 0);
        for (const { smUtil, timeStamp } of used.ok ? used.value : []) {
          expect(smUtil >= 0 && smUtil <= 100 && timeStamp > 0).toBe(true);
        }
        for (const { timeStamp } of samples.ok ? samples.value : []) {
          expect(timeStamp).toBeGreaterThan(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('counts that can not be are not believed', () => {
    const nvml = bindNvml(
      fakeNative({
        nvmlDeviceGetCount_v2: (out) => {
          (out as Buffer).writeUInt32LE(0xffffffff);
          return 0;
        },
      }),
    );
    expect(listDevices(nvml)).toMatchObject({ ok: false });
    const many =
      (value: number): FakeFunction =>
      (...args) => {
        bufferAt(args, args.length - 1).writeUInt32LE(value);
        return 0;
      };
    let asked = 0;
    const boastful = bindNvml(
      fakeNative({
        nvmlDeviceGetCount_v2: many(0xfffffffe),
        nvmlDeviceGetMigMode: (_gpu, current) => many(1)(current ?? null),
        nvmlDeviceGetMaxMigDeviceCount: many(0xfffffffe),
        nvmlDeviceGetMigDeviceHandleByIndex: () => (asked++, 6),
        nvmlDeviceGetHandleByIndex_v2: () => (asked++, 6),
      }),
    );
    expect(readMig(boastful, createReading(), 1n)).toEqual({ mig: true, instances: [] });
    expect(listDevices(boastful).ok).toBe(true);
    expect(asked).toBeLessThan(1000);
  });
});
