import { fakeNative, returns, writes32 } from '../testing/native.js';
import { bindNvml } from './bind.js';
import { success } from './result.js';

const counting = () => {
  const calls: string[] = [];
  const library = fakeNative({
    nvmlInit_v2: () => calls.push('init') * 0,
    nvmlShutdown: () => calls.push('shutdown') * 0,
    nvmlDeviceGetCount_v2: writes32(2),
    nvmlEventSetWait_v2: () => calls.push('wait') * 0 + 10,
  });
  return { calls, library };
};

describe('bindNvml', () => {
  it('ends NVML as often as it began it, and lets the library go', async () => {
    const { calls, library } = counting();
    const nvml = bindNvml(library);
    nvml.init();
    nvml.init();
    await nvml.close();
    expect(calls).toEqual(['init', 'init', 'shutdown', 'shutdown']);
    expect(library.unloaded).toBe(true);
  });

  it('does not end what never began', async () => {
    const library = fakeNative({ nvmlInit_v2: returns(9), nvmlShutdown: returns(0) });
    const nvml = bindNvml(library);
    expect(nvml.init()).toMatchObject({ kind: 'restart' });
    await nvml.close();
    expect(library.lookedUp).not.toContain('nvmlShutdown');
    expect(library.unloaded).toBe(true);
  });

  it('does not take the library from under a wait', async () => {
    const { calls, library } = counting();
    const nvml = bindNvml(library);
    nvml.init();
    const wait = nvml.waitForXid(1n, 10);
    await Promise.all([nvml.close(), wait]);
    expect(await wait).toEqual(success(undefined));
    expect(calls).toEqual(['init', 'wait', 'shutdown']);
  });

  it('answers after the end as NVML does before the beginning', async () => {
    const nvml = bindNvml(counting().library);
    expect(nvml.deviceCount()).toEqual(success(2));
    await nvml.close();
    expect(nvml.deviceCount()).toMatchObject({ code: 'NVML_ERROR_UNINITIALIZED', kind: 'restart' });
    await expect(nvml.close()).resolves.toBeUndefined();
  });
});
