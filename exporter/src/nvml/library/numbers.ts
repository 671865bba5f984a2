import type { Calls } from './calls.js';
import type { NvmlHandle, NvmlLibrary, NvmlNumberCall } from './library.js';
import { INSUFFICIENT_SIZE, SUCCESS, type NvmlResult } from './result.js';
import { answer, readUint32, readUint64 } from './values.js';

type Ask = (device: NvmlHandle, selectors: readonly number[]) => NvmlResult<number>;

/** NVML_TEMPERATURE_GPU, and nvmlTemperature_v1_t with its version: its size, and 1 in the highest byte. */
const GPU_SENSOR = 0;
const TEMPERATURE_V1 = { version: 12 | (1 << 24), sensorAt: 4, valueAt: 8 };

/** Calls that need more than one place for their answer, or are asked in an order of their own. */
function unusual({ call }: Calls, out: Buffer): Partial<Record<NvmlNumberCall, Ask>> {
  const period = Buffer.alloc(4);
  const codec =
    (name: 'nvmlDeviceGetEncoderUtilization' | 'nvmlDeviceGetDecoderUtilization'): Ask =>
    (device) =>
      answer(call(name, device, out, period), () => readUint32(out));
  return {
    nvmlDeviceGetEncoderUtilization: codec('nvmlDeviceGetEncoderUtilization'),
    nvmlDeviceGetDecoderUtilization: codec('nvmlDeviceGetDecoderUtilization'),
    // CUDA 13 names it as going away; what takes its place came with driver 560.
    nvmlDeviceGetTemperature(device) {
      const classic = answer(call('nvmlDeviceGetTemperature', device, GPU_SENSOR, out), () =>
        readUint32(out),
      );
      if (classic.ok || classic.kind !== 'absent') return classic;
      out.writeUInt32LE(TEMPERATURE_V1.version);
      out.writeUInt32LE(GPU_SENSOR, TEMPERATURE_V1.sensorAt);
      return answer(call('nvmlDeviceGetTemperatureV', device, out), () =>
        out.readInt32LE(TEMPERATURE_V1.valueAt),
      );
    },
    // With no room for addresses it says how many there are.
    nvmlDeviceGetRetiredPages(device, [cause = 0]) {
      out.writeUInt32LE(0);
      const returned = call('nvmlDeviceGetRetiredPages', device, cause, out, null);
      return answer(returned === INSUFFICIENT_SIZE ? SUCCESS : returned, () => readUint32(out));
    },
  };
}

/** How the answer lies in the buffer; an unsigned int at its start where nothing else is said. */
const LAYOUTS: Partial<Record<NvmlNumberCall, (out: Buffer) => number | undefined>> = {
  nvmlDeviceGetTotalEnergyConsumption: readUint64,
  nvmlDeviceGetCurrentClocksEventReasons: readUint64,
  nvmlDeviceGetTotalEccErrors: readUint64,
  nvmlDeviceGetNvLinkErrorCounter: readUint64,
  // nvmlViolationTime_t: referenceTime, violationTime.
  nvmlDeviceGetViolationStatus: (out) => readUint64(out, 8),
};

export function numberCalls(calls: Calls): Pick<NvmlLibrary, 'number'> {
  const out = Buffer.alloc(16);
  const special = unusual(calls, out);
  return {
    number(name, device, ...selectors) {
      // What a call leaves untouched reads as not available.
      out.fill(0xff);
      const ask = special[name];
      if (ask !== undefined) return ask(device, selectors);
      const read = LAYOUTS[name] ?? readUint32;
      return answer(calls.call(name, device, ...selectors, out), () => read(out));
    },
  };
}
