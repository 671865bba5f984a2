import type { Calls } from './calls.js';
import type { NvmlLibrary } from './library.js';
import { answer, done, readUint32 } from './values.js';

/** NVML_DEVICE_MIG_ENABLE */
const MIG_ON = 1;

/** Handles of GPUs and of MIG devices. */
export function deviceCalls({
  call,
}: Calls): Pick<NvmlLibrary, 'init' | 'deviceCount' | 'device' | 'migMode' | 'migDevice'> {
  const out = Buffer.alloc(8);
  const pending = Buffer.alloc(4);
  const handle = (): bigint => out.readBigUInt64LE();
  return {
    init: () => done(call('nvmlInit')),
    deviceCount: () => answer(call('nvmlDeviceGetCount', out), () => readUint32(out)),
    device: (index) => answer(call('nvmlDeviceGetHandleByIndex', index, out), handle),
    migMode: (device) =>
      answer(
        call('nvmlDeviceGetMigMode', device, out, pending),
        () => out.readUInt32LE() === MIG_ON,
      ),
    migDevice: (device, index) =>
      answer(call('nvmlDeviceGetMigDeviceHandleByIndex', device, index, out), handle),
  };
}
