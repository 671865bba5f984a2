import { fakeNative, returns } from '../testing/native.js';
import { createCalls } from './calls.js';

const NOT_FOUND = 13;
const UNINITIALIZED = 1;

describe('createCalls', () => {
  it('looks for the newest version first, and for no other when it is there', () => {
    const library = fakeNative({ nvmlInit_v2: returns(0), nvmlInit: returns(5) });
    expect(createCalls(library).call('nvmlInit')).toBe(0);
  });

  it('falls back to an older name', () => {
    const { call } = createCalls(
      fakeNative({ nvmlDeviceGetCurrentClocksThrottleReasons: returns(0) }),
    );
    expect(call('nvmlDeviceGetCurrentClocksEventReasons', 1n, Buffer.alloc(8))).toBe(0);
  });

  it('falls back where the library has a symbol that the driver can not serve', () => {
    const { call } = createCalls(
      fakeNative({ nvmlInit_v2: returns(NOT_FOUND), nvmlInit: returns(0) }),
    );
    expect(call('nvmlInit')).toBe(0);
  });

  it('does not fall back after any other failure', () => {
    const { call } = createCalls(fakeNative({ nvmlInit_v2: returns(9), nvmlInit: returns(0) }));
    expect(call('nvmlInit')).toBe(9);
  });

  it('answers NVML_ERROR_FUNCTION_NOT_FOUND for what the library does not have', async () => {
    const { call, callApart } = createCalls(fakeNative({}));
    expect(call('nvmlGpmSampleAlloc', Buffer.alloc(8))).toBe(NOT_FOUND);
    expect(await callApart('nvmlEventSetWait', 1n, Buffer.alloc(32), 1)).toBe(NOT_FOUND);
  });

  it('binds a call when it is first needed, and once', () => {
    const library = fakeNative({ nvmlInit_v2: returns(0), nvmlInit: returns(0) });
    const { call } = createCalls(library);
    expect(library.lookedUp).toEqual([]);
    for (let time = 0; time < 5; time++) call('nvmlInit');
    expect(library.lookedUp).toEqual(['nvmlInit_v2', 'nvmlInit']);
  });

  it('hands arguments on as they are', () => {
    const seen: unknown[] = [];
    const { call } = createCalls(
      fakeNative({
        nvmlDeviceGetClockInfo: (...args) => {
          seen.push(...args);
          return 0;
        },
      }),
    );
    const out = Buffer.alloc(4);
    call('nvmlDeviceGetClockInfo', 7n, 2, out);
    expect(seen).toEqual([7n, 2, out]);
    expect(seen[2]).toBe(out);
  });

  it('runs a call apart in its older version too', async () => {
    const { callApart } = createCalls(
      fakeNative({ nvmlEventSetWait_v2: returns(NOT_FOUND), nvmlEventSetWait: returns(10) }),
    );
    expect(await callApart('nvmlEventSetWait', 1n, Buffer.alloc(32), 1)).toBe(10);
  });

  it('touches the library no more once it is closed', async () => {
    const library = fakeNative({ nvmlInit_v2: returns(0), nvmlEventSetWait_v2: returns(0) });
    const { call, callApart, close } = createCalls(library);
    call('nvmlInit');
    close();
    close();
    expect(library.unloaded).toBe(true);
    expect(call('nvmlInit')).toBe(UNINITIALIZED);
    expect(await callApart('nvmlEventSetWait', 1n, Buffer.alloc(32), 1)).toBe(UNINITIALIZED);
  });
});
