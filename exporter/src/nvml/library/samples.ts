import type { Calls } from './calls.js';
import { growingBuffer } from './growing.js';
import type { NvmlLibrary, NvmlProcessSample, NvmlSample } from './library.js';
import { success, type NvmlError, type NvmlResult } from './result.js';
import { readValue } from './values.js';

/** nvmlProcessUtilizationSample_t */
const PROCESS = { bytes: 32, pid: 0, timeStamp: 8, smUtil: 16 };

/** nvmlSample_t */
const SAMPLE = { bytes: 16, timeStamp: 0, value: 8 };

/** NVML_GPU_UTILIZATION_SAMPLES */
const GPU_UTILIZATION = 1;

/** As many as the driver's rings are known to hold, and some more. */
const USUAL_SAMPLES = 256;

const timeOf = (records: Buffer, at: number): number => Number(records.readBigUInt64LE(at));

/** No samples since then is an answer, not an error. */
const noneOr = <Item>(error: NvmlError): NvmlResult<readonly Item[]> =>
  error.code === 'NVML_ERROR_NOT_FOUND' ? success([]) : error;

/** What the driver sampled by itself since it was last asked. */
export function sampleCalls({
  call,
}: Calls): Pick<NvmlLibrary, 'processUtilization' | 'utilizationSamples'> {
  const buffer = growingBuffer(USUAL_SAMPLES * PROCESS.bytes);
  const type = Buffer.alloc(4);
  return {
    processUtilization(device, since) {
      const filled = buffer.fill(PROCESS.bytes, (records, count) =>
        call('nvmlDeviceGetProcessUtilization', device, records.fill(0), count, since),
      );
      if (!filled.ok) return noneOr(filled);
      const samples = Array.from({ length: filled.count }, (_, index): NvmlProcessSample => {
        const at = index * PROCESS.bytes;
        return {
          pid: buffer.bytes.readUInt32LE(at + PROCESS.pid),
          timeStamp: timeOf(buffer.bytes, at + PROCESS.timeStamp),
          smUtil: buffer.bytes.readUInt32LE(at + PROCESS.smUtil),
        };
      });
      return success(samples.filter(isSample));
    },
    utilizationSamples(device, since) {
      const filled = buffer.fill(SAMPLE.bytes, (records, count) =>
        call('nvmlDeviceGetSamples', device, GPU_UTILIZATION, since, type, count, records.fill(0)),
      );
      if (!filled.ok) return noneOr(filled);
      const valueType = type.readUInt32LE();
      return success(
        Array.from({ length: filled.count }, (_, index) => index * SAMPLE.bytes).flatMap(
          (at): NvmlSample[] => {
            const value = readValue(buffer.bytes, at + SAMPLE.value, valueType);
            const timeStamp = timeOf(buffer.bytes, at + SAMPLE.timeStamp);
            return value === undefined || timeStamp === 0 ? [] : [{ timeStamp, value }];
          },
        ),
      );
    },
  };
}

/** Drivers may count records that they leave empty, as of processes that were idle, and have been seen to write nonsense in others. */
const isSample = ({ pid, timeStamp, smUtil }: NvmlProcessSample): boolean =>
  pid !== 0 && timeStamp !== 0 && smUtil <= 100;
