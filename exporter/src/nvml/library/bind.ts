import { createCalls } from './calls.js';
import { deviceCalls } from './devices.js';
import { eventCalls } from './events.js';
import { fieldValueCalls } from './fieldValues.js';
import { gpmCalls } from './gpm.js';
import type { NvmlLibrary } from './library.js';
import type { NativeLibrary } from './native.js';
import { numberCalls } from './numbers.js';
import { processCalls } from './processes.js';
import { SUCCESS } from './result.js';
import { sampleCalls } from './samples.js';
import { structCalls } from './structs.js';
import { textCalls } from './texts.js';

/** NVML on top of a library that was opened. */
export function bindNvml(library: NativeLibrary): NvmlLibrary {
  const calls = createCalls(library);
  const { init, ...devices } = deviceCalls(calls);
  const { waitForXid, ...events } = eventCalls(calls);
  // As often as it was started: it counts its users.
  let started = 0;
  let waiting: Promise<unknown> = Promise.resolve();
  return {
    ...devices,
    ...textCalls(calls),
    ...numberCalls(calls),
    ...structCalls(calls),
    ...processCalls(calls),
    ...sampleCalls(calls),
    ...fieldValueCalls(calls),
    ...gpmCalls(calls),
    ...events,
    init() {
      const begun = init();
      if (begun.ok) started++;
      return begun;
    },
    waitForXid(set, timeoutMs) {
      const wait = waitForXid(set, timeoutMs);
      waiting = wait.catch(() => undefined);
      return wait;
    },
    async close() {
      // The code that another thread runs must not be taken away.
      await waiting;
      for (; started > 0; started--) if (calls.call('nvmlShutdown') !== SUCCESS) break;
      calls.close();
    },
  };
}
