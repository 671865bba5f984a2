import type { DataFrame } from '@grafana/data';
import { DataTopic, FieldType, createDataFrame } from '@grafana/data';
import { withEstimates } from './estimate.js';

const volume = (refId: string, isEstimate: boolean, times = [1000, 2000, 3000]): DataFrame => ({
  ...createDataFrame({
    refId,
    fields: [
      { name: 'time', type: FieldType.time, values: times },
      { name: 'lines', type: FieldType.number, values: times.map(() => 1) },
    ],
  }),
  meta: { custom: { isEstimate } },
});

const marks = (frames: readonly DataFrame[]) =>
  withEstimates(frames).filter(({ meta }) => meta?.dataTopic === DataTopic.Annotations);

const value = (frame: DataFrame | undefined, name: string): unknown =>
  (frame?.fields.find((field) => field.name === name)?.values as readonly unknown[])[0];

describe('a volume whose levels are estimated', () => {
  it('is shaded over all of its time, once for all its levels, and says why', () => {
    const found = marks([volume('A', true), volume('A', true)]);
    expect(found).toHaveLength(1);
    expect([value(found[0], 'time'), value(found[0], 'timeEnd')]).toEqual([1000, 3000]);
    expect(value(found[0], 'isRegion')).toBe(true);
    expect(value(found[0], 'text')).toMatch(/levels are an estimate/);
  });

  it('is shaded for each query by itself', () => {
    const found = marks([volume('A', true), volume('B', false), volume('C', true)]);
    expect(found.map(({ refId }) => refId)).toEqual(['A-estimate', 'C-estimate']);
  });

  it('has no shade where it is exact, or empty', () => {
    const frames = [volume('A', false), volume('B', true, [])];
    expect(withEstimates(frames)).toEqual(frames);
  });
});
