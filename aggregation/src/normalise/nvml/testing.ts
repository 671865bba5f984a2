import type { NvmlDevice, NvmlSnapshot } from './snapshot.js';

/** An invented device; what is not given is that of a GPU without MIG, figures or processes. */
export const nvmlDevice = (extra: Partial<NvmlDevice> = {}): NvmlDevice => ({
  index: 0,
  uuid: 'GPU-a',
  minor: 0,
  name: 'NVIDIA H100 80GB HBM3',
  pciBusId: '00000000:01:00.0',
  mig: false,
  figures: {},
  instances: [],
  mps: false,
  failures: [],
  ...extra,
});

/** An invented look at these devices. */
export const nvmlSnapshot = (
  devices: readonly NvmlDevice[],
  extra: Partial<NvmlSnapshot> = {},
): NvmlSnapshot => ({
  atMs: 1_750_000_000_000,
  windowMs: 15_000,
  session: 's1',
  driverVersion: '570.124.06',
  devices,
  lost: [],
  seesProcesses: true,
  ...extra,
});
