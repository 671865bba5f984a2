import type { Calls } from './calls.js';
import type { NvmlLibrary } from './library.js';
import { errorOf, SUCCESS, success } from './result.js';
import { answer, done } from './values.js';

/** nvmlGpmSupport_t, NVML_GPM_SUPPORT_VERSION */
const SUPPORT = { bytes: 8, version: 1, supported: 4 };

/**
 * nvmlGpmMetricsGet_t, NVML_GPM_METRICS_GET_VERSION. It ends in as many records as the newest driver has metrics; only
 * `count` of them are looked at, but it is all there in case a driver looks further.
 */
const METRICS_GET = { version: 1, count: 4, before: 8, after: 16, metrics: 24 };
const METRIC = { bytes: 40, id: 0, returned: 4, value: 8 };
const MOST_METRICS = 512;

type GpmCalls = 'gpmSupported' | 'gpmAlloc' | 'gpmFree' | 'gpmSample' | 'gpmMetrics';

/** GPU performance monitoring: figures over the time between two samples, on Hopper and newer. */
export function gpmCalls({ call }: Calls): Pick<NvmlLibrary, GpmCalls> {
  const support = Buffer.alloc(SUPPORT.bytes);
  const out = Buffer.alloc(8);
  const request = Buffer.alloc(METRICS_GET.metrics + MOST_METRICS * METRIC.bytes);
  return {
    gpmSupported(device) {
      support.writeUInt32LE(SUPPORT.version);
      return answer(
        call('nvmlGpmQueryDeviceSupport', device, support),
        () => support.readUInt32LE(SUPPORT.supported) !== 0,
      );
    },
    gpmAlloc: () => answer(call('nvmlGpmSampleAlloc', out), () => out.readBigUInt64LE()),
    gpmFree: (sample) => done(call('nvmlGpmSampleFree', sample)),
    gpmSample: (device, gpuInstance, into) =>
      done(
        gpuInstance === undefined
          ? call('nvmlGpmSampleGet', device, into)
          : call('nvmlGpmMigSampleGet', device, gpuInstance, into),
      ),
    gpmMetrics(before, after, metrics) {
      request.fill(0).writeUInt32LE(METRICS_GET.version);
      request.writeUInt32LE(metrics.length, METRICS_GET.count);
      request.writeBigUInt64LE(before, METRICS_GET.before);
      request.writeBigUInt64LE(after, METRICS_GET.after);
      const places = metrics.map((id, index) => {
        const at = METRICS_GET.metrics + index * METRIC.bytes;
        request.writeUInt32LE(id, at + METRIC.id);
        return at;
      });
      const returned = call('nvmlGpmMetricsGet', request);
      if (returned !== SUCCESS) return errorOf(returned);
      return success(
        places.map((at) =>
          answer(request.readInt32LE(at + METRIC.returned), () => {
            const value = request.readDoubleLE(at + METRIC.value);
            return Number.isFinite(value) ? value : undefined;
          }),
        ),
      );
    },
  };
}
