import type { NvmlLibrary } from './library.js';
import type { Calls } from './calls.js';
import { answer } from './values.js';

/** NVML_DEVICE_UUID_V2_BUFFER_SIZE, the longest of all buffers for text. */
const TEXT_BYTES = 96;

/** NVML_SYSTEM_DRIVER_VERSION_BUFFER_SIZE */
const DRIVER_VERSION_BYTES = 80;

/** nvmlPciInfo_t: the newer form holds the address with a domain of eight digits behind the older one's short text. */
const PCI = { bytes: 68, legacyBusId: { at: 0, length: 16 }, busId: { at: 36, length: 32 } };

/** Text of C in a buffer; undefined where there is none. */
function readText(buffer: Buffer, at = 0, length = buffer.length): string | undefined {
  const end = buffer.indexOf(0, at);
  const stop = end === -1 || end > at + length ? at + length : end;
  return stop === at ? undefined : buffer.toString('utf8', at, stop);
}

/** `0000:41:00.0` as the newer calls print it: `00000000:41:00.0`. */
const longForm = (busId: string | undefined): string | undefined =>
  busId?.replace(/^([0-9a-f]{4}):/i, '0000$1:');

export function textCalls({
  call,
}: Calls): Pick<NvmlLibrary, 'driverVersion' | 'text' | 'pciBusId'> {
  const text = Buffer.alloc(TEXT_BYTES);
  const pci = Buffer.alloc(PCI.bytes);
  const { legacyBusId, busId } = PCI;
  return {
    driverVersion: () =>
      answer(call('nvmlSystemGetDriverVersion', text.fill(0), DRIVER_VERSION_BYTES), () =>
        readText(text),
      ),
    text: (name, device) =>
      answer(call(name, device, text.fill(0), TEXT_BYTES), () => readText(text)),
    pciBusId(device) {
      const newer = answer(call('nvmlDeviceGetPciInfo_v3', device, pci.fill(0)), () =>
        readText(pci, busId.at, busId.length),
      );
      if (newer.ok || newer.kind !== 'absent') return newer;
      return answer(call('nvmlDeviceGetPciInfo_v2', device, pci.fill(0)), () =>
        longForm(readText(pci, legacyBusId.at, legacyBusId.length)),
      );
    },
  };
}
