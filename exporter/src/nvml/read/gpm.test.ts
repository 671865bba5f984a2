import type { NvmlLibrary } from '../library/library.js';
import { success } from '../library/result.js';
import { FAILURES, fakeNvml, numbers } from '../testing/nvml.js';
import { createGpmWindow, type GpmScope } from './gpm.js';
import { createReading } from './reading.js';

/** A chip whose samples hold the time they were taken at, and whose metrics are the time between two of them plus their id. */
const chip = (has: Partial<NvmlLibrary> = {}) => {
  const state = { now: 0, live: new Set<bigint>(), most: 0, asked: [] as unknown[] };
  const taken = new Map<bigint, number>();
  let next = 1n;
  const nvml = fakeNvml({
    number: numbers({ 'nvmlDeviceGetNvLinkState 0': 1 }),
    gpmSupported: () => success(true),
    gpmAlloc: () => {
      state.live.add(next);
      state.most = Math.max(state.most, state.live.size);
      return success(next++);
    },
    gpmFree: (sample) => {
      if (!state.live.delete(sample)) throw new Error(`${sample} was freed twice`);
      return success(undefined);
    },
    gpmSample: (device, gpuInstance, into) => {
      state.asked.push([device, gpuInstance]);
      taken.set(into, state.now);
      return success(undefined);
    },
    gpmMetrics: (before, after, metrics) =>
      success(
        metrics.map((id) =>
          success((taken.get(after) ?? 0) - (taken.get(before) ?? 0) + id / 1000),
        ),
      ),
    ...has,
  });
  const look = (scope: GpmScope = 'gpu') => {
    const window = createGpmWindow(nvml, 5n, scope);
    return {
      close: () => window.close(),
      at: (ms: number, reading = createReading()) => {
        state.now = ms;
        return window.read(reading, ms);
      },
    };
  };
  return { state, look };
};

describe('a window of GPM', () => {
  it('has nothing to compare with at first', () => {
    expect(chip().look().at(0)).toEqual({});
  });

  it('reaches from look to look', () => {
    const window = chip().look();
    window.at(1000);
    expect(window.at(1500)).toMatchObject({ engineActive: 500.001 });
    expect(window.at(4500)).toMatchObject({ engineActive: 3000.001 });
  });

  it('is over all of a GPU', () => {
    const { state, look } = chip();
    const window = look('gpu');
    window.at(0);
    expect(window.at(1000)).toEqual({
      engineActive: 1000.001,
      smActive: 1000.002,
      smOccupancy: 1000.003,
      tensorActive: 1000.005,
      dramActive: 1000.01,
      gpmPcieTransmit: 1000.02,
      gpmPcieReceive: 1000.021,
      gpmNvlinkReceive: 1000.06,
      gpmNvlinkTransmit: 1000.061,
    });
    expect(state.asked).toEqual([
      [5n, undefined],
      [5n, undefined],
    ]);
  });

  it('is over the engines of an instance, and over the links of the GPU it is on', () => {
    const { state, look } = chip();
    const [instance, links] = [look({ gpuInstance: 0 }), look('links')];
    instance.at(0);
    links.at(0);
    expect(state.asked).toEqual([
      [5n, 0],
      [5n, undefined],
    ]);
    expect(Object.keys(instance.at(1000)).sort()).toEqual(
      ['dramActive', 'engineActive', 'smActive', 'smOccupancy', 'tensorActive'].sort(),
    );
    expect(Object.keys(links.at(1000)).every((field) => field.startsWith('gpm'))).toBe(true);
  });

  it.each(['gpu', 'links'] as const)('has no NVLink where no link is up: %s', (scope) => {
    const window = chip({ number: numbers({ 'nvmlDeviceGetNvLinkState 0': 0 }) }).look(scope);
    window.at(0);
    const fields = Object.keys(window.at(1000));
    expect(fields).toContain('gpmPcieTransmit');
    expect(fields.filter((field) => field.includes('Nvlink'))).toEqual([]);
  });

  it('does not compare what the chip has not refreshed yet', () => {
    const { state, look } = chip();
    const window = look();
    window.at(0);
    const figures = window.at(1000);
    expect(window.at(1050)).toBe(figures);
    expect(state.asked).toHaveLength(2);
    expect(window.at(2000)).toMatchObject({ engineActive: 1000.001 });
  });

  it('leaves out what the chip lacks', () => {
    const { look } = chip({
      gpmMetrics: (_before, _after, metrics) =>
        success(metrics.map((id) => (id === 5 ? FAILURES.notSupported : success(1)))),
    });
    const window = look();
    window.at(0);
    const figures = window.at(1000);
    expect(figures).not.toHaveProperty('tensorActive');
    expect(figures).toMatchObject({ engineActive: 1, dramActive: 1 });
  });

  it('begins anew after a sample that failed', () => {
    let fails = false;
    const { look, state } = chip({
      gpmSample: () => {
        state.asked.push(1);
        return fails ? FAILURES.unknown : success(undefined);
      },
    });
    const window = look();
    window.at(0);
    fails = true;
    const reading = createReading();
    expect(window.at(1000, reading)).toEqual({});
    expect(reading.failures).toEqual([{ call: 'nvmlGpmSampleGet', code: 'NVML_ERROR_UNKNOWN' }]);
    fails = false;
    expect(window.at(2000)).toEqual({});
    expect(window.at(3000)).toHaveProperty('engineActive');
  });
});

describe('a chip without GPM', () => {
  it.each([
    ['says so', { gpmSupported: () => success(false) }],
    ['has a driver that never heard of it', { gpmSupported: () => FAILURES.notSupported }],
  ])('%s, and is asked once', (_, has) => {
    let asked = 0;
    const { state, look } = chip({
      gpmSupported: () => {
        asked++;
        return has.gpmSupported();
      },
    });
    const window = look();
    const reading = createReading();
    for (let ms = 0; ms < 5000; ms += 1000) expect(window.at(ms, reading)).toEqual({});
    expect(asked).toBe(1);
    expect(state.most).toBe(0);
    expect(reading.failures).toEqual([]);
  });
});

describe('the library’s memory', () => {
  it('is two samples for any number of looks, and given back', () => {
    const { state, look } = chip();
    const window = look();
    for (let ms = 0; ms < 10_000_000; ms += 1000) window.at(ms);
    expect(state.most).toBe(2);
    window.close();
    window.close();
    expect(state.live.size).toBe(0);
  });

  it('is given back where only half of it was to be had', () => {
    let given = 0;
    const { state, look } = chip();
    const half = chip({
      gpmAlloc: () => {
        if (given++ % 2 === 1) return FAILURES.unknown;
        state.live.add(99n);
        return success(99n);
      },
      gpmFree: (sample) => {
        state.live.delete(sample);
        return success(undefined);
      },
    });
    const reading = createReading();
    expect(half.look().at(0, reading)).toEqual({});
    expect(state.live.size).toBe(0);
    expect(reading.failures).toEqual([{ call: 'nvmlGpmSampleAlloc', code: 'NVML_ERROR_UNKNOWN' }]);
    expect(look().at(0)).toEqual({});
  });

  it('is not asked for of a lost device', () => {
    const { state, look } = chip({ gpmSupported: () => FAILURES.lost });
    const reading = createReading();
    look().at(0, reading);
    expect(reading.ended).toMatchObject({ kind: 'lost' });
    expect(state.most).toBe(0);
  });
});
