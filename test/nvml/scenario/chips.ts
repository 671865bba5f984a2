import type { ScriptedFigures, ScriptedGpu, ScriptedInstance } from './scenario.js';
import { OF_PROCESSES, rising } from './value.js';

export const GIB = 1024 ** 3;

const hex = (index: number): string => index.toString(16).padStart(2, '0');

/** Invented, and easily told apart. */
export const gpuUuid = (index: number): string =>
  `GPU-00000000-0000-4000-8000-0000000000${hex(index)}`;

export const migUuid = (index: number, gpuInstance: number): string =>
  `MIG-00000000-0000-4000-8000-00000000${hex(index)}${hex(gpuInstance)}`;

const place = (index: number): Pick<ScriptedGpu, 'uuid' | 'minor' | 'pciBusId'> => ({
  uuid: gpuUuid(index),
  minor: index,
  pciBusId: `00000000:${hex(0x18 + index).toUpperCase()}:00.0`,
});

const BOARD: ScriptedFigures = {
  temperature: 54,
  memoryTemperature: 62,
  power: 300_000,
  powerLimit: 700_000,
  energy: rising(5_000_000, 300_000),
  smClock: 1980,
  memoryClock: 2619,
  clockEventReasons: 4,
  violationPower: rising(7e9, 0.25e9),
  violationThermal: 3e9,
  violationSyncBoost: 0,
  violationBoardLimit: 0,
  violationLowUtilization: 0,
  violationReliability: 0,
  eccVolatileCorrected: 3,
  eccVolatileUncorrected: 0,
  eccAggregateCorrected: 12,
  eccAggregateUncorrected: 1,
  remappedCorrectable: 2,
  remappedUncorrectable: 1,
  remapPending: 0,
  remapFailure: 0,
  pcieReplays: 5,
  pcieTransmit: 1500,
  pcieReceive: 2500,
};

/** As an H100 on NVLink says: ECC, row remapping, GPM. */
export const hopper = (index: number, more: Partial<ScriptedGpu> = {}): ScriptedGpu => ({
  ...place(index),
  name: 'NVIDIA H100 80GB HBM3',
  mig: false,
  links: 18,
  ...more,
  figures: {
    ...BOARD,
    utilization: OF_PROCESSES,
    memoryTotal: 80 * GIB,
    memoryUsed: OF_PROCESSES,
    memoryReserved: 0.5 * GIB,
    encoder: 0,
    decoder: 0,
    engineActive: OF_PROCESSES,
    smActive: 40,
    smOccupancy: 25,
    tensorActive: 30,
    dramActive: 20,
    gpmPcieTransmit: 100,
    gpmPcieReceive: 200,
    gpmNvlinkTransmit: 3000,
    gpmNvlinkReceive: 4000,
    nvlinkTransmit: 3_072_000,
    nvlinkReceive: 4_096_000,
    nvlinkReplayErrors: 1,
    nvlinkRecoveryErrors: 2,
    nvlinkCrcFlitErrors: 3,
    nvlinkCrcDataErrors: 4,
    ...more.figures,
  },
});

/** As a small card for inference of the Turing years says: no MIG, no GPM, no row remapping; retired pages. */
export const turing = (index: number, more: Partial<ScriptedGpu> = {}): ScriptedGpu => ({
  ...place(index),
  name: 'Tesla T4',
  ...more,
  figures: {
    temperature: 45,
    power: 35_000,
    powerLimit: 70_000,
    energy: rising(1_000_000, 35_000),
    smClock: 1590,
    memoryClock: 5000,
    clockEventReasons: 0,
    retiredSingleBit: 2,
    retiredDoubleBit: 1,
    retiredPending: 0,
    pcieReplays: 0,
    utilization: OF_PROCESSES,
    memoryTotal: 15 * GIB,
    memoryUsed: OF_PROCESSES,
    ...more.figures,
  },
});

/** `1g.10gb` of an H100. */
export const slice = (
  index: number,
  gpuInstance: number,
  figures: ScriptedFigures = {},
): ScriptedInstance => ({
  gpuInstance,
  uuid: migUuid(index, gpuInstance),
  profile: '1g.10gb',
  slices: 1,
  memoryMiB: 9856,
  figures: {
    memoryTotal: 9856 * 1024 ** 2,
    memoryUsed: OF_PROCESSES,
    engineActive: 50,
    smActive: 35,
    smOccupancy: 20,
    tensorActive: 10,
    dramActive: 15,
    ...figures,
  },
});
