import type { Labels } from '@grafana/data';
import { FieldType } from '@grafana/data';
import { seriesFrame } from '../testing/frames.js';
import { timeline } from './model.js';

const MINUTE = 60_000;
const RANGE = { fromMs: 0, toMs: 60 * MINUTE };

const held = (labels: Labels, fromMinute: number, toMinute: number, value = 1) =>
  seriesFrame(
    'held',
    {
      cluster: 'idc1',
      node: 'a',
      gpu: '0',
      tenant: 'cv',
      app: 'trainer',
      pod: 'trainer-0',
      ...labels,
    },
    Array.from({ length: toMinute - fromMinute }, (_, at) => [(fromMinute + at) * MINUTE, value]),
  );

const lanesOf = (...frames: Parameters<typeof timeline>[0]) => timeline(frames, RANGE, MINUTE);

describe('the lanes', () => {
  it('are the devices that somebody held, in the order in which people count', () => {
    const lanes = lanesOf(
      held({ node: 'b', gpu: '10' }, 0, 5),
      held({ node: 'b', gpu: '2', gpu_instance: '7' }, 0, 5),
      held({ node: 'a' }, 0, 5),
    );
    expect(lanes.map(({ node, gpu, instance }) => [node, gpu, instance])).toEqual([
      ['a', '0', ''],
      ['b', '2', '7'],
      ['b', '10', ''],
    ]);
  });

  it('have a bar for each time that a holder had the device', () => {
    const [lane] = lanesOf(held({}, 5, 10), held({ pod: 'other-0', app: 'other' }, 20, 60));
    expect(
      lane?.bars.map(({ holder, fromMs, toMs, level }) => [
        holder.app,
        fromMs / MINUTE,
        toMs / MINUTE,
        level,
      ]),
    ).toEqual([
      ['trainer', 5, 10, 0],
      ['other', 20, 60, 0],
    ]);
    expect(lane?.levels).toBe(1);
  });

  it('stack holders of a shared device', () => {
    const [lane] = lanesOf(
      held({}, 0, 30, 0.5),
      held({ pod: 'x-0', app: 'x' }, 10, 40, 0.5),
      held({ pod: 'y-0', app: 'y' }, 35, 50, 0.5),
    );
    expect(lane?.levels).toBe(2);
    expect(lane?.bars.map(({ holder, level, share }) => [holder.app, level, share])).toEqual([
      ['trainer', 0, 0.5],
      ['x', 1, 0.5],
      ['y', 0, 0.5],
    ]);
  });

  it("take a pod's containers together", () => {
    const [lane] = lanesOf(
      held({ container: 'main' }, 0, 30, 0.5),
      held({ container: 'side' }, 0, 30, 0.5),
    );
    expect(lane?.bars.map(({ share }) => share)).toEqual([1]);
  });

  it('say what began before and lasts beyond the time shown', () => {
    const [lane] = lanesOf(held({}, 0, 20), held({ pod: 'b' }, 30, 60));
    expect(lane?.bars.map(({ isOpenBefore, isOpenAfter }) => [isOpenBefore, isOpenAfter])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('end with the time shown', () => {
    const [lane] = lanesOf(held({}, -10, 90));
    expect(lane?.bars).toMatchObject([{ fromMs: 0, toMs: RANGE.toMs }]);
  });

  it('are none of what nobody held, and of other queries', () => {
    expect(lanesOf(held({}, 0, 30, 0))).toEqual([]);
    expect(lanesOf({ ...held({}, 0, 30), refId: 'A' })).toEqual([]);
    expect(lanesOf({ refId: 'held', fields: [], length: 0 })).toEqual([]);
  });

  it('draw a single sample as long as Grafana asked', () => {
    const [lane] = timeline([held({}, 5, 6)], RANGE, 2 * MINUTE);
    expect(lane?.bars).toMatchObject([{ fromMs: 5 * MINUTE, toMs: 7 * MINUTE }]);
  });

  /** As Prometheus answers: the distance of samples that was asked for stands beside the times. */
  const told = (frame: ReturnType<typeof held>, interval: number) => ({
    ...frame,
    fields: frame.fields.map((field) =>
      field.type === FieldType.time ? { ...field, config: { ...field.config, interval } } : field,
    ),
  });

  it('break between samples that are further apart than what was asked for', () => {
    const rare = seriesFrame('held', { node: 'a', gpu: '0', pod: 'p' }, [
      [5 * MINUTE, 1],
      [35 * MINUTE, 1],
    ]);
    const [lane] = timeline([told(rare, MINUTE)], RANGE, 30 * MINUTE);
    expect(lane?.bars.map(({ fromMs, toMs }) => [fromMs / MINUTE, toMs / MINUTE])).toEqual([
      [5, 6],
      [35, 36],
    ]);
  });

  it('say that a holder left who was there until the last sample but one', () => {
    const range = { fromMs: 0, toMs: 60 * MINUTE + 20_000 };
    const [gone, there] = timeline(
      [told(held({}, 10, 60), MINUTE), told(held({ gpu: '1' }, 10, 61), MINUTE)],
      range,
      MINUTE,
    );
    expect([gone?.bars[0]?.isOpenAfter, there?.bars[0]?.isOpenAfter]).toEqual([false, true]);
  });

  it('are the same in whatever order samples come, and pass over those without a time', () => {
    const points = [5, 6, 7, 20, 21].map((minute) => [minute * MINUTE, 1] as const);
    const frame = (given: readonly (readonly [number, number])[]) =>
      seriesFrame('held', { node: 'a', gpu: '0', pod: 'p' }, given);
    const wanted = lanesOf(frame(points));
    expect(wanted[0]?.bars).toHaveLength(2);
    expect(lanesOf(frame(points.toReversed()))).toEqual(wanted);
    expect(lanesOf(frame([[NaN, 1], ...points]))).toEqual(wanted);
  });

  it('that last no time, or where no time is shown, are none', () => {
    expect(timeline([held({}, 0, 5)], { fromMs: 7, toMs: 7 }, MINUTE)).toEqual([]);
    expect(lanesOf(held({}, 5, 5))).toEqual([]);
  });

  it('keep apart what clusters call alike', () => {
    const lanes = lanesOf(held({}, 0, 5), held({ cluster: 'idc2' }, 0, 5));
    expect(lanes.map(({ cluster, node }) => [cluster, node])).toEqual([
      ['idc1', 'a'],
      ['idc2', 'a'],
    ]);
  });

  it('hold very many short jobs, each with a bar of its own', () => {
    const jobs = Array.from({ length: 500 }, (_, at) => {
      const atMs = at * 7200;
      return seriesFrame('held', { node: 'a', gpu: '0', pod: `job-${at}` }, [[atMs, 1]]);
    });
    const [lane] = timeline(jobs, RANGE, 7200);
    expect(lane?.bars).toHaveLength(500);
    expect(lane?.levels).toBe(1);
    expect(new Set(lane?.bars.map(({ key }) => key)).size).toBe(500);
  });
});
