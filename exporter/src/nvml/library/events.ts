import type { Calls } from './calls.js';
import type { NvmlLibrary } from './library.js';
import { errorOf, success, SUCCESS, TIMEOUT } from './result.js';
import { answer, done } from './values.js';

/** nvmlEventTypeXidCriticalError */
const XID = 8n;

/** nvmlEventData_t */
const EVENT = { bytes: 32, device: 0, type: 8, data: 16 };

/** NVML_ERROR_UNKNOWN: no thread is left to wait on. */
const NO_THREAD = 999;

type EventCalls = 'eventSetCreate' | 'eventSetFree' | 'registerXids' | 'waitForXid';

/** The driver's events. */
export function eventCalls({ call, callApart }: Calls): Pick<NvmlLibrary, EventCalls> {
  const out = Buffer.alloc(8);
  // Its own: it is written to while other calls go on.
  const event = Buffer.alloc(EVENT.bytes);
  return {
    eventSetCreate: () => answer(call('nvmlEventSetCreate', out), () => out.readBigUInt64LE()),
    eventSetFree: (set) => done(call('nvmlEventSetFree', set)),
    registerXids: (device, set) => done(call('nvmlDeviceRegisterEvents', device, XID, set)),
    async waitForXid(set, timeoutMs) {
      const returned = await callApart('nvmlEventSetWait', set, event, timeoutMs).catch(
        () => NO_THREAD,
      );
      if (returned === TIMEOUT) return success(undefined);
      if (returned !== SUCCESS) return errorOf(returned);
      if (event.readBigUInt64LE(EVENT.type) !== XID) return success(undefined);
      return success({
        device: event.readBigUInt64LE(EVENT.device),
        xid: Number(event.readBigUInt64LE(EVENT.data)),
      });
    },
  };
}
