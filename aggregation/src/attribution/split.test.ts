import { IDLE_BELOW, splitFigure, UNUSED_BELOW } from './split.js';
import { figureOf, holdingOf } from './testing.js';

const SHARED = holdingOf({ 'ns/p/main': 0.5, 'ns/q/main': 0.25 });
const TWO_IN_ONE = holdingOf({ 'ns/p/main': 0.5, 'ns/q/main': 0.375, 'ns/q/side': 0.125 });

const utilization = (
  holding: ReturnType<typeof holdingOf>,
  figure: number,
  pods: Readonly<Record<string, number>> = {},
) =>
  splitFigure(
    holding,
    figure,
    Object.entries(pods).map(([pod, value]) => figureOf(pod, value)),
    IDLE_BELOW,
  );

describe('splitFigure', () => {
  it('leaves the figure to nobody where nobody is known or nobody holds', () => {
    const unknown = holdingOf({}, { known: false });
    expect(utilization(unknown, 0.7)).toMatchObject({ parts: [], rest: { unknown: 0.7 } });
    expect(utilization(holdingOf({}), 0.1)).toMatchObject({ parts: [], rest: { free: 0.1 } });
  });

  it('gives all to who is alone, whatever is told of its processes', () => {
    const split = utilization(holdingOf({ 'ns/p/main': 1 }), 0.7, { 'ns/p/': 0.2 });
    expect(split).toMatchObject({ parts: [0.7], rest: {}, method: 'exclusive' });
  });

  it('divides by what is held where no figures per pod are told', () => {
    const { parts, rest, method } = utilization(SHARED, 0.6);
    expect(parts[0]).toBeCloseTo(0.4, 12);
    expect(parts[1]).toBeCloseTo(0.2, 12);
    expect([rest, method]).toEqual([{}, 'share']);
  });

  it('believes figures per pod, and calls the rest overhead', () => {
    const { parts, rest, method } = utilization(SHARED, 0.75, { 'ns/p/': 0.5, 'ns/q/': 0.125 });
    expect(parts).toEqual([0.5, 0.125]);
    expect(rest).toEqual({ overhead: 0.125 });
    expect(method).toBe('process');
  });

  it('divides a pod’s figure among its containers by what they hold', () => {
    const { parts } = utilization(TWO_IN_ONE, 1, { 'ns/p/': 0.5, 'ns/q/': 0.5 });
    expect(parts).toEqual([0.5, 0.375, 0.125]);
  });

  it('gives a container its own figure where the source names it', () => {
    const { parts } = utilization(TWO_IN_ONE, 0.5, { 'ns/q/side': 0.5 });
    expect(parts).toEqual([0, 0, 0.5]);
  });

  it('scales down figures that sum above the device’s, without a speck of overhead', () => {
    const { parts, rest } = utilization(SHARED, 0.3, { 'ns/p/': 0.4, 'ns/q/': 0.2 });
    expect(parts[0]).toBeCloseTo(0.2, 12);
    expect(parts[1]).toBeCloseTo(0.1, 12);
    expect(rest).toEqual({});
  });

  it('leaves no speck of overhead when figures add up but for rounding', () => {
    expect(utilization(SHARED, 0.8, { 'ns/p/': 0.7, 'ns/q/': 0.1 }).rest).toEqual({});
  });

  it('leaves to nobody known what pods have that hold nothing', () => {
    const { parts, rest } = utilization(SHARED, 0.5, { 'ns/p/': 0.25, 'ns/ended/': 0.25 });
    expect(parts).toEqual([0.25, 0]);
    expect(rest).toEqual({ unknown: 0.25 });
  });

  it('distrusts figures that are all 0 on a busy device', () => {
    const split = utilization(SHARED, 0.6, { 'ns/p/': 0, 'ns/q/': 0 });
    expect(split).toMatchObject({ method: 'share', distrusted: 2 });
    expect(split.parts[0]).toBeCloseTo(0.4, 12);
  });

  it('believes zeros on an idle device', () => {
    const split = utilization(SHARED, 0, { 'ns/p/': 0, 'ns/q/': 0 });
    expect(split).toMatchObject({ parts: [0, 0], rest: {}, method: 'process', distrusted: 0 });
  });

  it('believes that no pod has memory where only the driver has a little', () => {
    const memory = (bytes: number) =>
      splitFigure(SHARED, bytes, [figureOf('ns/p/', 0, 'gpu_memory_used_bytes')], UNUSED_BELOW);
    expect(memory(4 * 2 ** 20)).toMatchObject({ parts: [0, 0], rest: { overhead: 4 * 2 ** 20 } });
    expect(memory(2 ** 30)).toMatchObject({ method: 'share', distrusted: 1 });
  });

  it('leaves to overhead what holders of nothing share', () => {
    const nothing = holdingOf({ 'ns/p/main': 0 });
    expect(utilization(nothing, 0.5)).toMatchObject({ parts: [0], rest: { overhead: 0.5 } });
  });

  it('gives a host no figure of a pod', () => {
    const mixed = holdingOf({ vm: 0.5, 'ns/p/main': 0.5 });
    expect(utilization(mixed, 1, { 'ns/p/': 1 }).parts).toEqual([0, 1]);
  });
});
