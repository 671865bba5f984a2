import type { NvmlFieldRow } from './field.js';

const GPM = 'nvmlGpmMetricsGet';
const CLOCK = 'nvmlDeviceGetClockInfo';
const PCIE = 'nvmlDeviceGetPcieThroughput';
const VALUES = 'nvmlDeviceGetFieldValues';

/** A mean over the whole window before the driver's last 20 ms. */
const LINKS: readonly (readonly [
  NvmlFieldRow['metric'],
  NvmlFieldRow['field'],
  NvmlFieldRow['unit'],
  string,
])[] = [
  ['gpu_pcie_transmit_bytes_per_second', 'gpmPcieTransmit', 'mebibytes_per_second', GPM],
  ['gpu_pcie_transmit_bytes_per_second', 'pcieTransmit', 'kilobytes_per_second', PCIE],
  ['gpu_pcie_receive_bytes_per_second', 'gpmPcieReceive', 'mebibytes_per_second', GPM],
  ['gpu_pcie_receive_bytes_per_second', 'pcieReceive', 'kilobytes_per_second', PCIE],
  ['gpu_nvlink_transmit_bytes_per_second', 'gpmNvlinkTransmit', 'mebibytes_per_second', GPM],
  ['gpu_nvlink_transmit_bytes_per_second', 'nvlinkTransmit', 'kibibytes_per_second', VALUES],
  ['gpu_nvlink_receive_bytes_per_second', 'gpmNvlinkReceive', 'mebibytes_per_second', GPM],
  ['gpu_nvlink_receive_bytes_per_second', 'nvlinkReceive', 'kibibytes_per_second', VALUES],
];

/** Heat, power, clocks and links of a board; of several rows for one metric, the best first. */
export const NVML_BOARD_ROWS: readonly NvmlFieldRow[] = [
  {
    field: 'temperature',
    metric: 'gpu_temperature_celsius',
    unit: 'celsius',
    call: 'nvmlDeviceGetTemperature',
  },
  {
    field: 'memoryTemperature',
    metric: 'gpu_memory_temperature_celsius',
    unit: 'celsius',
    call: VALUES,
  },
  {
    field: 'power',
    metric: 'gpu_power_watts',
    unit: 'milliwatts',
    call: 'nvmlDeviceGetPowerUsage',
  },
  {
    field: 'powerLimit',
    metric: 'gpu_power_limit_watts',
    unit: 'milliwatts',
    call: 'nvmlDeviceGetEnforcedPowerLimit',
  },
  {
    field: 'energy',
    metric: 'gpu_energy_joules_total',
    unit: 'millijoules',
    call: 'nvmlDeviceGetTotalEnergyConsumption',
  },
  { field: 'smClock', metric: 'gpu_sm_clock_hertz', unit: 'megahertz', call: CLOCK },
  { field: 'memoryClock', metric: 'gpu_memory_clock_hertz', unit: 'megahertz', call: CLOCK },
  ...LINKS.map(([metric, field, unit, call]) => ({ metric, field, unit, call })),
];
