/** Constants of nvml.h, by their names without NVML_. */

export const CLOCK = { sm: 1, memory: 2 } as const;

export const MEMORY_ERROR = { corrected: 0, uncorrected: 1 } as const;
export const ECC = { volatile: 0, aggregate: 1 } as const;

export const RETIREMENT_CAUSE = { singleBit: 0, doubleBit: 1 } as const;

export const PCIE_COUNTER = { transmit: 0, receive: 1 } as const;

/** PERF_POLICY_… of nvmlDeviceGetViolationStatus */
export const POLICY = {
  power: 0,
  thermal: 1,
  syncBoost: 2,
  boardLimit: 3,
  lowUtilization: 4,
  reliability: 5,
} as const;

/** NVLINK_ERROR_DL_… */
export const NVLINK_ERROR = { replay: 0, recovery: 1, crcFlit: 2, crcData: 3 } as const;

/** More than any machine, GPU or chip has: a driver that counts further errs. */
export const MOST_DEVICES = 256;
export const MOST_MIG_DEVICES = 64;

/** More than any chip has: NVML_NVLINK_MAX_LINKS. */
export const MOST_NVLINKS = 36;

/** FI_DEV_… */
export const FIELD = {
  nvlinkCrcFlitTotal: 38,
  nvlinkCrcDataTotal: 45,
  nvlinkReplayTotal: 52,
  nvlinkRecoveryTotal: 59,
  policyPower: 74,
  /** What later headers name in its place means something else to drivers before 590. */
  policyThermal: 75,
  policySyncBoost: 76,
  policyBoardLimit: 77,
  policyLowUtilization: 78,
  policyReliability: 79,
  memoryTemperature: 82,
  nvlinkDataTransmit: 138,
  nvlinkDataReceive: 139,
} as const;

/** Scope of a field: the sum over all links. */
export const ALL_LINKS = 0xffffffff;

/** GPM_METRIC_… */
export const GPM = {
  graphics: 1,
  sm: 2,
  smOccupancy: 3,
  anyTensor: 5,
  dramBandwidth: 10,
  pcieTransmit: 20,
  pcieReceive: 21,
  nvlinkReceive: 60,
  nvlinkTransmit: 61,
} as const;
