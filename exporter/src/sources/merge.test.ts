import fc from 'fast-check';
import type { Reading, Telemetry } from '@gpuscope/aggregation';
import { board, reading, telemetry } from '../testing/fakes.js';
import { mergeTelemetry } from './merge.js';

const merge = (...all: Telemetry[]): Telemetry => {
  const merged = mergeTelemetry(all);
  if (merged === undefined) throw new Error('nothing was merged');
  return merged;
};

describe('mergeTelemetry', () => {
  it('makes nothing of nothing, and leaves one as it is', () => {
    const one = telemetry({ boards: [board('GPU-a')] });
    expect(mergeTelemetry([])).toBeUndefined();
    expect(mergeTelemetry([one])).toBe(one);
  });

  it('takes each figure from the first source that has it', () => {
    const first = telemetry({ readings: [reading('gpu_power_watts', 'GPU-a', 100)] });
    const second = telemetry({
      readings: [
        reading('gpu_power_watts', 'GPU-a', 999),
        reading('gpu_power_watts', 'GPU-b', 200),
        reading('gpu_temperature_celsius', 'GPU-a', 40),
      ],
    });
    expect(merge(first, second).readings).toEqual([
      reading('gpu_power_watts', 'GPU-a', 100),
      reading('gpu_power_watts', 'GPU-b', 200),
      reading('gpu_temperature_celsius', 'GPU-a', 40),
    ]);
  });

  it('does not mix the parts of one figure: all labels come from one source', () => {
    const throttle = (reason: string, value: number) =>
      reading('gpu_throttle_seconds_total', 'GPU-a', value, { labels: { reason } });
    const first = telemetry({ readings: [throttle('power', 1), throttle('thermal', 2)] });
    const second = telemetry({ readings: [throttle('power', 9), throttle('sync', 9)] });
    expect(merge(first, second).readings).toEqual(first.readings);
  });

  it('tells a board from its instances', () => {
    const first = telemetry({ readings: [reading('gpu_memory_used_bytes', 'GPU-a', 1)] });
    const instance = reading('gpu_memory_used_bytes', 'GPU-a', 2, { gpuInstance: '7' });
    expect(merge(first, telemetry({ readings: [instance] })).readings).toHaveLength(2);
  });

  it('fills what the first source leaves empty of a board, and no more', () => {
    const first = board('GPU-a', {
      driverVersion: '',
      instances: [{ gpuInstance: '1', migProfile: '' }],
    });
    const second = board('GPU-a', {
      gpu: '9',
      driverVersion: '575.0',
      minor: '3',
      instances: [
        { gpuInstance: '1', migProfile: '1g.10gb', migUuids: ['MIG-1'] },
        { gpuInstance: '2', migProfile: '2g.20gb' },
      ],
    });
    expect(merge(telemetry({ boards: [first] }), telemetry({ boards: [second] })).boards).toEqual([
      { ...first, driverVersion: '575.0', minor: '3', instances: second.instances },
    ]);
  });

  it('knows an instance by every uuid that any source tells of it', () => {
    const of = (...migUuids: string[]) =>
      telemetry({
        boards: [
          board('GPU-a', { instances: [{ gpuInstance: '1', migProfile: '3g.40gb', migUuids }] }),
        ],
      });
    const [merged] = merge(of('MIG-1'), of('MIG-2', 'MIG-1')).boards;
    expect(merged?.instances[0]?.migUuids).toEqual(['MIG-1', 'MIG-2']);
  });

  it('takes a device’s holders from the first source that names any', () => {
    const holder = (uuid: string, pod: string) => ({
      uuid,
      gpuInstance: '',
      namespace: 'team-a',
      pod,
      container: 'main',
    });
    const first = telemetry({ labelsHolders: false, holders: [holder('GPU-a', 'one')] });
    const second = telemetry({
      labelsHolders: true,
      holders: [holder('GPU-a', 'other'), holder('GPU-b', 'two')],
    });
    const merged = merge(first, second);
    expect(merged.holders.map(({ pod }) => pod)).toEqual(['one', 'two']);
    expect(merged.labelsHolders).toBe(true);
  });

  it('adds up what was refused and joins what was seen', () => {
    const one = telemetry({
      clamped: 1,
      drops: [{ field: 'DEV_GPU_TEMP', reason: 'blank', count: 2 }],
      fields: new Set(['A']),
      foreignHosts: ['x'],
      lastXid: new Map([['GPU-a', 79]]),
    });
    const other = telemetry({
      clamped: 2,
      drops: [{ field: 'DEV_GPU_TEMP', reason: 'stale', count: 1 }],
      fields: new Set(['A', 'B']),
      foreignHosts: ['x', 'y'],
      lastXid: new Map([
        ['GPU-a', 0],
        ['GPU-b', 13],
      ]),
    });
    const merged = merge(one, other);
    expect(merged.clamped).toBe(3);
    expect(merged.drops).toHaveLength(2);
    expect([...merged.fields].sort()).toEqual(['A', 'B']);
    expect(merged.foreignHosts).toEqual(['x', 'y']);
    expect(Object.fromEntries(merged.lastXid)).toEqual({ 'GPU-a': 79, 'GPU-b': 13 });
  });

  it('keeps the XIDs and the lost devices of every source', () => {
    const session = (name: string) => ({ session: name, heard: ['GPU-a'], counts: [] });
    const lost = (uuid: string) => ({ uuid, pciBusId: '', code: 'NVML_ERROR_GPU_IS_LOST' });
    const merged = merge(
      telemetry({ xids: [session('s1')] }),
      telemetry({ xids: [session('s2')], lost: [lost('GPU-b')] }),
    );
    expect(merged.xids).toEqual([session('s1'), session('s2')]);
    expect(merged.lost).toEqual([lost('GPU-b')]);
  });

  it('loses no figure and doubles none, whatever the sources', () => {
    const arbitrary = fc
      .record({
        metric: fc.constantFrom(
          'gpu_power_watts',
          'gpu_temperature_celsius',
          'gpu_memory_used_bytes',
        ),
        uuid: fc.constantFrom('GPU-a', 'GPU-b'),
        gpuInstance: fc.constantFrom('', '1'),
        value: fc.nat(),
      })
      .map((one): Reading => one as Reading);
    const key = ({ metric, uuid, gpuInstance }: Reading) => `${metric} ${uuid} ${gpuInstance}`;
    const source = fc
      .uniqueArray(arbitrary, { selector: key })
      .map((readings) => telemetry({ readings }));
    fc.assert(
      fc.property(fc.array(source, { minLength: 1, maxLength: 4 }), (sources) => {
        const merged = merge(...sources).readings;
        const keys = merged.map(key);
        expect(new Set(keys).size).toBe(keys.length);
        const every = sources.flatMap(({ readings }) => readings);
        expect(new Set(keys)).toEqual(new Set(every.map(key)));
        for (const one of merged) {
          expect(one).toBe(every.find((other) => key(other) === key(one)));
        }
      }),
    );
  });
});
