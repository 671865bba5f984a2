import { IDLE_BELOW, splitFigure, UNUSED_BELOW } from './split.js';
import { heldOf, holdingOf, localOf } from './testing.js';

const SHARED = holdingOf({ 'ns/p/main': 0.5, 'ns/q/main': 0.25 });
const TWO_IN_ONE = holdingOf({ 'ns/p/main': 0.5, 'ns/q/main': 0.375, 'ns/q/side': 0.125 });

const utilization = (
  holding: ReturnType<typeof holdingOf>,
  figure: number,
  pods: Readonly<Record<string, number>> = {},
) => splitFigure(holding, figure, heldOf('pod', pods), IDLE_BELOW);

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
      splitFigure(SHARED, bytes, heldOf('pod', { 'ns/p/': 0 }), UNUSED_BELOW);
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

describe('splitFigure by processes', () => {
  const byProcess = (
    holding: ReturnType<typeof holdingOf>,
    figure: number,
    processes: Readonly<Record<string, number>>,
  ) => splitFigure(holding, figure, heldOf('process', processes), IDLE_BELOW);

  const ALONE = holdingOf({ 'ns/p/main': 1 });

  it('believes that no process did anything on a busy device: it is nobody’s among them', () => {
    const split = byProcess(SHARED, 0.5, { 'ns/p/main': 0, 'ns/q/main': 0 });
    expect(split).toMatchObject({
      parts: [0, 0],
      rest: { overhead: 0.5 },
      method: 'process',
      distrusted: 0,
    });
    expect(byProcess(SHARED, 0.5, { '': 0 }).rest).toEqual({ overhead: 0.5 });
  });

  it('gives a pod’s figure to the container that the process is in', () => {
    const { parts } = byProcess(TWO_IN_ONE, 1, { 'ns/q/side': 0.5, 'ns/p/main': 0.25 });
    expect(parts).toEqual([0.25, 0, 0.5]);
  });

  it('divides the figure of a container that holds nothing among its pod’s that do', () => {
    const { parts, rest } = byProcess(TWO_IN_ONE, 1, { 'ns/q/init': 0.5 });
    expect(parts).toEqual([0, 0.375, 0.125]);
    expect(rest).toEqual({ overhead: 0.5 });
  });

  it('divides equally among containers that hold nothing', () => {
    const nothing = holdingOf({ 'ns/p/main': 0, 'ns/p/side': 0 });
    expect(byProcess(nothing, 1, { 'ns/p/': 0.5 }).parts).toEqual([0.25, 0.25]);
  });

  it('leaves to nobody known what processes have that could not be placed or hold nothing', () => {
    const { parts, rest } = byProcess(SHARED, 1, {
      'ns/p/main': 0.25,
      '': 0.125,
      'ns/other/main': 0.125,
    });
    expect(parts).toEqual([0.25, 0]);
    expect(rest).toEqual({ unknown: 0.25, overhead: 0.5 });
  });

  it('scales down all processes alike, the unknown too, where they exceed the device', () => {
    const { parts, rest } = byProcess(SHARED, 0.5, { 'ns/p/main': 0.75, '': 0.25 });
    expect(parts).toEqual([0.375, 0]);
    expect(rest).toEqual({ unknown: 0.125 });
  });

  it('gives who is alone all that is not known to be another’s', () => {
    expect(byProcess(ALONE, 0.75, { 'ns/p/main': 0.5 })).toMatchObject({
      parts: [0.75],
      rest: {},
      method: 'exclusive',
    });
    expect(byProcess(ALONE, 0.75, { 'ns/p/main': 0.25, 'ns/q/main': 0.5 })).toMatchObject({
      parts: [0.25],
      rest: { unknown: 0.5 },
      method: 'process',
    });
    expect(byProcess(ALONE, 0.5, { 'ns/q/main': 0.75 })).toMatchObject({
      parts: [0],
      rest: { unknown: 0.5 },
    });
  });

  it('takes processes that can’t be placed for those of the pod to which the device was given', () => {
    expect(byProcess(ALONE, 0.75, { '': 0.5 })).toMatchObject({ parts: [0.75], rest: {} });
    const seen = { ...ALONE, byUse: true };
    expect(byProcess(seen, 0.75, { '': 0.5 })).toMatchObject({
      parts: [0.25],
      rest: { unknown: 0.5 },
    });
  });

  it('leaves of a free device what its processes have to nobody known', () => {
    expect(byProcess(holdingOf({}), 0.75, { 'ns/p/main': 0.25, '': 0.25 }).rest).toEqual({
      free: 0.25,
      unknown: 0.5,
    });
    expect(byProcess(holdingOf({}), 0.25, { '': 0 }).rest).toEqual({ free: 0.25 });
  });

  it('tells processes of users, units and jobs apart', () => {
    const [one, two] = [localOf({ job: '1' }), localOf({ job: '2' })];
    const parts = [
      { holder: one, allocated: 0.5 },
      { holder: two, allocated: 0.5 },
    ];
    const holding = { ...holdingOf({}), parts, free: 0, byUse: true };
    const figures = [
      { holder: two, value: 0.25 },
      { holder: localOf({ job: '3' }), value: 0.125 },
    ];
    const split = splitFigure(holding, 0.5, { by: 'process', figures }, IDLE_BELOW);
    expect(split.parts).toEqual([0, 0.25]);
    expect(split.rest).toEqual({ unknown: 0.125, overhead: 0.125 });
  });

  it('takes all processes of a machine that is held as a whole for its holder’s', () => {
    const vm = holdingOf({ vm: 1 });
    const figures = [{ holder: localOf({ host: 'vm' }), value: 0.25 }, { value: 0.25 }];
    const held = { by: 'process', figures } as const;
    expect(splitFigure(vm, 0.75, held, IDLE_BELOW)).toMatchObject({
      parts: [0.75],
      method: 'exclusive',
    });
    const half = holdingOf({ vm: 0.5 });
    expect(splitFigure(half, 0.75, held, IDLE_BELOW)).toMatchObject({
      parts: [0.25],
      rest: { unknown: 0.25, overhead: 0.25 },
    });
  });
});
