import type { Labels } from '@grafana/data';
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
});
