import type { NvmlLibrary } from '../library/library.js';
import type { Title } from './title.js';

/** The call behind a method; those that are told by an argument are named by it. */
const CALLS: Readonly<Partial<Record<string, string>>> = {
  init: 'nvmlInit',
  driverVersion: 'nvmlSystemGetDriverVersion',
  deviceCount: 'nvmlDeviceGetCount',
  device: 'nvmlDeviceGetHandleByIndex',
  pciBusId: 'nvmlDeviceGetPciInfo',
  migMode: 'nvmlDeviceGetMigMode',
  migDevice: 'nvmlDeviceGetMigDeviceHandleByIndex',
  attributes: 'nvmlDeviceGetAttributes',
  memory: 'nvmlDeviceGetMemoryInfo',
  remappedRows: 'nvmlDeviceGetRemappedRows',
  processes: 'nvmlDeviceGetRunningProcesses',
  processUtilization: 'nvmlDeviceGetProcessUtilization',
  utilizationSamples: 'nvmlDeviceGetSamples',
  fieldValues: 'nvmlDeviceGetFieldValues',
  gpmSupported: 'nvmlGpmQueryDeviceSupport',
  gpmAlloc: 'nvmlGpmSampleAlloc',
  gpmFree: 'nvmlGpmSampleFree',
  gpmSample: 'nvmlGpmSampleGet',
  gpmMetrics: 'nvmlGpmMetricsGet',
  eventSetCreate: 'nvmlEventSetCreate',
  eventSetFree: 'nvmlEventSetFree',
  registerXids: 'nvmlDeviceRegisterEvents',
};

const NAMED_BY_ARGUMENT: ReadonlySet<string> = new Set(['number', 'text']);

function callOf(method: string, [first]: readonly unknown[]): string | undefined {
  return NAMED_BY_ARGUMENT.has(method) ? String(first) : CALLS[method];
}

/** The same library, and before each call that may hang, its name is told. */
export function announced(nvml: NvmlLibrary, title: Pick<Title, 'call'>): NvmlLibrary {
  return new Proxy(nvml, {
    get(target, property) {
      const method: unknown = Reflect.get(target, property);
      if (typeof method !== 'function') return method;
      return (...args: unknown[]): unknown => {
        const call = callOf(String(property), args);
        if (call !== undefined) title.call(call);
        return Reflect.apply(method, target, args);
      };
    },
  });
}
