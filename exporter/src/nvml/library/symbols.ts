import type { NativeType } from './native.js';

/** One letter per parameter. */
export const PARAMETERS: Readonly<Record<string, NativeType>> = {
  /** A handle; all handles of NVML are pointers. */
  h: 'uintptr_t',
  i: 'int32_t',
  u: 'uint32_t',
  l: 'uint64_t',
  /** Where the answer goes. */
  p: 'void *',
};

/** The parameters of a call, then its symbols from the newest to the oldest; without any, its own name is the symbol. */
type Row = readonly [parameters: string, ...symbols: string[]];

const row = (parameters: string, ...symbols: string[]): Row => [parameters, ...symbols];

/** Every function of nvml.h that is used. Versions of a call that differ in more than their name are calls of their own. */
export const SYMBOLS = {
  nvmlInit: row('', 'nvmlInit_v2', 'nvmlInit'),
  nvmlShutdown: row(''),
  nvmlSystemGetDriverVersion: row('pu'),
  nvmlDeviceGetCount: row('p', 'nvmlDeviceGetCount_v2', 'nvmlDeviceGetCount'),
  nvmlDeviceGetHandleByIndex: row(
    'up',
    'nvmlDeviceGetHandleByIndex_v2',
    'nvmlDeviceGetHandleByIndex',
  ),
  nvmlDeviceGetUUID: row('hpu'),
  nvmlDeviceGetName: row('hpu'),
  nvmlDeviceGetPciInfo_v3: row('hp'),
  nvmlDeviceGetPciInfo_v2: row('hp', 'nvmlDeviceGetPciInfo_v2', 'nvmlDeviceGetPciInfo'),

  nvmlDeviceGetMinorNumber: row('hp'),
  nvmlDeviceGetMaxMigDeviceCount: row('hp'),
  nvmlDeviceGetGpuInstanceId: row('hp'),
  nvmlDeviceGetComputeInstanceId: row('hp'),
  nvmlDeviceGetTemperature: row('hup'),
  nvmlDeviceGetTemperatureV: row('hp'),
  nvmlDeviceGetPowerUsage: row('hp'),
  nvmlDeviceGetEnforcedPowerLimit: row('hp'),
  nvmlDeviceGetTotalEnergyConsumption: row('hp'),
  nvmlDeviceGetClockInfo: row('hup'),
  nvmlDeviceGetCurrentClocksEventReasons: row(
    'hp',
    'nvmlDeviceGetCurrentClocksEventReasons',
    'nvmlDeviceGetCurrentClocksThrottleReasons',
  ),
  nvmlDeviceGetViolationStatus: row('hup'),
  nvmlDeviceGetTotalEccErrors: row('huup'),
  nvmlDeviceGetRetiredPages: row('hupp'),
  nvmlDeviceGetRetiredPagesPendingStatus: row('hp'),
  nvmlDeviceGetRemappedRows: row('hpppp'),
  nvmlDeviceGetPcieReplayCounter: row('hp'),
  nvmlDeviceGetPcieThroughput: row('hup'),
  nvmlDeviceGetEncoderUtilization: row('hpp'),
  nvmlDeviceGetDecoderUtilization: row('hpp'),
  nvmlDeviceGetUtilizationRates: row('hp'),
  nvmlDeviceGetNvLinkState: row('hup'),
  nvmlDeviceGetNvLinkErrorCounter: row('huup'),
  nvmlDeviceGetMemoryInfo_v2: row('hp'),
  nvmlDeviceGetMemoryInfo: row('hp'),
  nvmlDeviceGetFieldValues: row('hip'),

  nvmlDeviceGetMigMode: row('hpp'),
  nvmlDeviceGetMigDeviceHandleByIndex: row('hup'),
  nvmlDeviceGetAttributes: row('hp', 'nvmlDeviceGetAttributes_v2', 'nvmlDeviceGetAttributes'),

  // Of old drivers' first version: records of 16 bytes. Of all later ones: 24, with the instances.
  nvmlDeviceGetComputeRunningProcesses_v1: row('hpp', 'nvmlDeviceGetComputeRunningProcesses'),
  nvmlDeviceGetComputeRunningProcesses: row(
    'hpp',
    'nvmlDeviceGetComputeRunningProcesses_v3',
    'nvmlDeviceGetComputeRunningProcesses_v2',
  ),
  nvmlDeviceGetMPSComputeRunningProcesses_v1: row('hpp', 'nvmlDeviceGetMPSComputeRunningProcesses'),
  nvmlDeviceGetMPSComputeRunningProcesses: row(
    'hpp',
    'nvmlDeviceGetMPSComputeRunningProcesses_v3',
    'nvmlDeviceGetMPSComputeRunningProcesses_v2',
  ),
  nvmlDeviceGetGraphicsRunningProcesses_v1: row('hpp', 'nvmlDeviceGetGraphicsRunningProcesses'),
  nvmlDeviceGetGraphicsRunningProcesses: row(
    'hpp',
    'nvmlDeviceGetGraphicsRunningProcesses_v3',
    'nvmlDeviceGetGraphicsRunningProcesses_v2',
  ),
  nvmlDeviceGetProcessUtilization: row('hppl'),
  nvmlDeviceGetSamples: row('hulppp'),

  nvmlGpmQueryDeviceSupport: row('hp'),
  nvmlGpmSampleAlloc: row('p'),
  nvmlGpmSampleFree: row('h'),
  nvmlGpmSampleGet: row('hh'),
  nvmlGpmMigSampleGet: row('huh'),
  nvmlGpmMetricsGet: row('p'),

  nvmlEventSetCreate: row('p'),
  nvmlEventSetFree: row('h'),
  nvmlDeviceRegisterEvents: row('hlh'),
  nvmlEventSetWait: row('hpu', 'nvmlEventSetWait_v2', 'nvmlEventSetWait'),
} satisfies Readonly<Record<string, Row>>;

export type CallName = keyof typeof SYMBOLS;
