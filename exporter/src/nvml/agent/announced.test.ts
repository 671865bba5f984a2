import { success } from '../library/result.js';
import { fakeNvml } from '../testing/nvml.js';
import { announced } from './announced.js';

describe('a library whose calls are told of', () => {
  const told: string[] = [];
  const nvml = announced(
    fakeNvml({
      number: (call, device, ...selectors) =>
        success(call.length + Number(device) + selectors.length),
      waitForXid: () => Promise.resolve(success(undefined)),
    }),
    { call: (name) => told.push(name) },
  );

  beforeEach(() => {
    told.length = 0;
  });

  it('answers as before', () => {
    expect(nvml.number('nvmlDeviceGetPowerUsage', 3n, 1, 2)).toEqual(success(23 + 3 + 2));
    expect(nvml.driverVersion()).toMatchObject({ ok: false });
  });

  it('tells of each call by its own name, before it is made', () => {
    nvml.init();
    nvml.number('nvmlDeviceGetPowerUsage', 1n);
    nvml.text('nvmlDeviceGetUUID', 1n);
    nvml.gpmMetrics(1n, 2n, []);
    expect(told).toEqual([
      'nvmlInit',
      'nvmlDeviceGetPowerUsage',
      'nvmlDeviceGetUUID',
      'nvmlGpmMetricsGet',
    ]);
  });

  it('tells of every call that may hang', () => {
    const quiet = ['close', 'waitForXid'];
    const methods = Object.entries(fakeNvml({}))
      .filter(([name, value]) => typeof value === 'function' && !quiet.includes(name))
      .map(([name]) => name);
    for (const method of methods) {
      told.length = 0;
      const call: unknown = Reflect.get(nvml, method);
      if (typeof call === 'function') Reflect.apply(call, nvml, ['nvmlSynthetic']);
      expect([method, told]).toEqual([method, [expect.stringMatching(/^nvml[A-Z]/)]]);
    }
  });

  it('says nothing of the wait for events, which is on a thread of its own', async () => {
    await nvml.waitForXid(1n, 1);
    expect(told).toEqual([]);
  });
});
