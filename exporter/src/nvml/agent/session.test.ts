import { FAILURES } from '../testing/nvml.js';
import { device, gpu, session } from '../testing/session.js';
import { RestartNeeded } from './deviceWatches.js';

describe('a session with NVML', () => {
  it('begins its first window when it starts, and each other one at the look before', () => {
    const run = session([gpu(1n)]);
    expect(run.look(2).windowMs).toBe(2000);
    expect(run.look(15).windowMs).toBe(15_000);
  });

  it('tells device and processes of the same time alike', () => {
    const run = session([gpu(1n, { pids: [10, 11], busy: { 10: 60, 11: 20 } })]);
    run.look(2);
    const found = device(run.look(15), 0);
    expect(found?.figures.utilization).toBeCloseTo(80, 6);
    expect(found?.processes?.map(({ pid, utilization }) => [pid, utilization])).toEqual([
      [10, expect.closeTo(60, 6)],
      [11, expect.closeTo(20, 6)],
    ]);
  });

  it('counts what a process did before it ended, for its part of the window', () => {
    const one = gpu(1n, { pids: [10], busy: { 10: 80 } });
    const run = session([one]);
    run.look(2);
    run.poll(2.5);
    Object.assign(one, { pids: [], busy: {} });
    expect(device(run.look(7.5), 0)?.processes).toMatchObject([
      { pid: 10, ended: true, utilization: expect.closeTo(20, 6) as unknown },
    ]);
    expect(device(run.look(5), 0)?.processes).toEqual([]);
  });

  it('says nothing of utilisation by process on a divided GPU, and has a leaf per instance', () => {
    const run = session([gpu(1n, { instances: [3, 5], pids: [10] })]);
    run.look(2);
    const found = device(run.look(15), 0);
    expect(found?.mig).toBe(true);
    expect(found?.figures.utilization).toBeUndefined();
    expect(found?.instances).toMatchObject([
      { gpuInstance: 3, uuid: 'MIG-103', figures: { memoryUsed: 10, engineActive: 50 } },
      { gpuInstance: 5, uuid: 'MIG-105', figures: { memoryUsed: 10, engineActive: 50 } },
    ]);
    expect(found?.processes).toEqual([
      expect.not.objectContaining({ utilization: expect.anything() as unknown }),
    ]);
  });

  it('sees that a GPU was divided anew, and lets go what belonged to the old parts', () => {
    const one = gpu(1n, { instances: [3, 5] });
    const run = session([one]);
    run.look(2);
    const before = run.live();
    one.instances = [7];
    expect(device(run.look(2), 0)?.instances.map(({ gpuInstance }) => gpuInstance)).toEqual([7]);
    expect(run.live()).toBe(before - 2);
    delete one.instances;
    const whole = device(run.look(2), 0);
    expect(whole).toMatchObject({ mig: false, instances: [] });
    expect(run.live()).toBe(2);
  });

  it('keeps looking at the links of a GPU that is to be divided and is not yet', () => {
    const run = session([gpu(1n, { instances: [] })]);
    run.look(2);
    expect(device(run.look(2), 0)?.figures.gpmPcieTransmit).toBe(50);
    expect(run.live()).toBe(2);
  });

  it('tells of a lost device, with the name it had, and goes on with the others', () => {
    const lost = gpu(2n);
    const run = session([gpu(1n, { pids: [10], busy: { 10: 30 } }), lost]);
    expect(run.look(2).lost).toEqual([]);
    lost.lost = FAILURES.lost;
    const snapshot = run.look(15);
    expect(snapshot.lost).toEqual([
      { index: 1, uuid: 'GPU-2', pciBusId: '00000000:02:00.0', code: 'NVML_ERROR_GPU_IS_LOST' },
    ]);
    expect(snapshot.devices.map(({ uuid }) => uuid)).toEqual(['GPU-1']);
    expect(device(snapshot, 0)?.processes?.[0]?.utilization).toBeCloseTo(30, 6);
  });

  it('takes a device back that answers again, under another handle too', () => {
    const lost = gpu(2n);
    const run = session([gpu(1n), lost]);
    run.look(2);
    lost.lost = FAILURES.lost;
    run.look(2);
    delete lost.lost;
    const back = run.look(2);
    expect(back.lost).toEqual([]);
    expect(back.devices.map(({ index }) => index)).toEqual([0, 1]);
    lost.handle = 9n;
    expect(device(run.look(2), 1)).toMatchObject({ uuid: 'GPU-9', figures: { power: 9000 } });
    expect(run.live()).toBe(4);
  });

  it('frees all that it takes, through whatever comes', () => {
    const one = gpu(1n, { instances: [1, 2, 3] });
    const run = session([one]);
    for (let round = 0; round < 30; round += 1) {
      if (round % 3 === 0) one.instances = [1, 2, 3];
      if (round % 3 === 1) delete one.instances;
      if (round % 5 === 0) one.lost = FAILURES.lost;
      else delete one.lost;
      run.look(1);
    }
    expect(run.live()).toBeLessThanOrEqual(8);
  });

  it.each([
    ['a poll', 2],
    ['a look', 0.5],
  ])('asks to be started anew when %s finds the driver gone', (_, seconds) => {
    const one = gpu(1n);
    const run = session([one]);
    run.look(2);
    one.lost = FAILURES.uninitialized;
    expect(() => run.look(seconds)).toThrow(RestartNeeded);
  });

  it('tells of a call that failed, once for each window in which it did', () => {
    const run = session([gpu(1n)]);
    run.look(2);
    const utilizationSamples = run.nvml.utilizationSamples.bind(run.nvml);
    run.nvml.utilizationSamples = () => FAILURES.unknown;
    const failure = { call: 'nvmlDeviceGetSamples', code: 'NVML_ERROR_UNKNOWN' };
    expect(device(run.look(15), 0)?.failures).toEqual([failure]);
    run.nvml.utilizationSamples = utilizationSamples;
    const well = device(run.look(15), 0);
    expect(well?.failures).toEqual([]);
    expect(well?.figures.utilization).toBe(0);
  });

  it('gives the driver’s last word where it has no samples of a window', () => {
    const run = session([gpu(1n)]);
    run.nvml.utilizationSamples = () => FAILURES.notSupported;
    run.look(2);
    expect(device(run.look(15), 0)?.figures.utilization).toBe(99);
  });

  it('hands on the XIDs that were heard of', () => {
    const run = session([gpu(1n)]);
    run.xids.counts = [{ uuid: 'GPU-1', xid: 79, count: 2, lastMs: 5 }];
    expect(run.look(2).xids).toEqual(run.xids.counts);
  });

  it('asks to be started anew when the wait for XIDs finds the driver gone', () => {
    const run = session([gpu(1n)]);
    run.look(2);
    run.xids.ended = FAILURES.uninitialized;
    expect(() => run.look(0.5)).toThrow(RestartNeeded);
  });

  it('goes on when the wall clock is set', () => {
    const one = gpu(1n, { pids: [10], busy: { 10: 50 } });
    const run = session([one]);
    run.look(5);
    run.clock.jump(-3_600_000);
    run.look(5);
    const found = device(run.look(5), 0);
    expect(found?.figures.utilization).toBeCloseTo(50, 6);
    expect(found?.processes?.[0]?.utilization).toBeCloseTo(50, 6);
  });

  it('says when it can’t see processes', () => {
    expect(session([gpu(1n)], false).look(2).seesProcesses).toBe(false);
  });
});
