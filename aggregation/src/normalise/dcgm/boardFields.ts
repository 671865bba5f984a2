import type { DcgmField } from './field.js';

const gauge = (help: string) => ({ type: 'gauge', help }) as const;

/** Fields of a board, which dcgm-exporter repeats on each MIG instance: heat, power, clocks, links. */
export const BOARD_FIELDS: readonly DcgmField[] = [
  {
    field: 'DRIVER_VERSION',
    names: {
      DCGM_FI_DRIVER_VERSION: 'count',
      DCGM_FI_SYSTEM_DRIVER_VERSION: 'count',
    },
    collect: { type: 'label', help: 'Version of the driver' },
  },
  {
    field: 'DEV_GPU_TEMP',
    names: {
      DCGM_FI_DEV_GPU_TEMP: 'celsius',
      DCGM_FI_DEV_GPU_TEMP_CELSIUS: 'celsius',
      dcgm_gpu_temp: 'celsius',
    },
    metric: 'gpu_temperature_celsius',
    collect: gauge('Heat of the chip (C)'),
  },
  {
    field: 'DEV_MEMORY_TEMP',
    names: {
      DCGM_FI_DEV_MEMORY_TEMP: 'celsius',
      DCGM_FI_DEV_MEMORY_TEMP_CELSIUS: 'celsius',
      dcgm_memory_temp: 'celsius',
    },
    metric: 'gpu_memory_temperature_celsius',
    collect: gauge('Heat of the memory (C)'),
  },
  {
    field: 'DEV_POWER_USAGE',
    names: {
      DCGM_FI_DEV_POWER_USAGE: 'watts',
      DCGM_FI_DEV_BOARD_POWER_WATTS: 'watts',
      dcgm_power_usage: 'watts',
    },
    metric: 'gpu_power_watts',
    collect: gauge('Power of the whole board (W)'),
  },
  {
    field: 'DEV_ENFORCED_POWER_LIMIT',
    names: {
      DCGM_FI_DEV_ENFORCED_POWER_LIMIT: 'watts',
      DCGM_FI_DEV_BOARD_POWER_LIMIT_ENFORCED_WATTS: 'watts',
    },
    metric: 'gpu_power_limit_watts',
    collect: gauge('Power cap in force (W)'),
  },
  {
    field: 'DEV_TOTAL_ENERGY_CONSUMPTION',
    names: {
      DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION: 'millijoules',
      DCGM_FI_DEV_GPU_ENERGY_JOULES_TOTAL: 'joules',
      dcgm_total_energy_consumption: 'millijoules',
    },
    metric: 'gpu_energy_joules_total',
    collect: { type: 'counter', help: 'Energy since the driver was loaded (mJ)' },
  },
  {
    field: 'DEV_SM_CLOCK',
    names: {
      DCGM_FI_DEV_SM_CLOCK: 'megahertz',
      DCGM_FI_DEV_SM_CLOCK_HERTZ: 'hertz',
      dcgm_sm_clock: 'megahertz',
    },
    metric: 'gpu_sm_clock_hertz',
    collect: gauge('Clock of the multiprocessors (MHz)'),
  },
  {
    field: 'DEV_MEM_CLOCK',
    names: {
      DCGM_FI_DEV_MEM_CLOCK: 'megahertz',
      DCGM_FI_DEV_MEMORY_CLOCK_HERTZ: 'hertz',
      dcgm_memory_clock: 'megahertz',
    },
    metric: 'gpu_memory_clock_hertz',
    collect: gauge('Clock of the memory (MHz)'),
  },
  {
    field: 'PROF_PCIE_TX_BYTES',
    names: {
      DCGM_FI_PROF_PCIE_TX_BYTES: 'bytes_per_second',
      dcgm_fi_prof_pcie_tx_bytes: 'bytes_per_second',
    },
    metric: 'gpu_pcie_transmit_bytes_per_second',
    collect: gauge('Sent over PCIe (bytes per second)'),
  },
  {
    field: 'PROF_PCIE_RX_BYTES',
    names: {
      DCGM_FI_PROF_PCIE_RX_BYTES: 'bytes_per_second',
      dcgm_fi_prof_pcie_rx_bytes: 'bytes_per_second',
    },
    metric: 'gpu_pcie_receive_bytes_per_second',
    collect: gauge('Received over PCIe (bytes per second)'),
  },
  {
    field: 'PROF_NVLINK_TX_BYTES',
    names: { DCGM_FI_PROF_NVLINK_TX_BYTES: 'bytes_per_second' },
    metric: 'gpu_nvlink_transmit_bytes_per_second',
    collect: gauge('Sent over NVLink (bytes per second)'),
  },
  {
    field: 'PROF_NVLINK_RX_BYTES',
    names: { DCGM_FI_PROF_NVLINK_RX_BYTES: 'bytes_per_second' },
    metric: 'gpu_nvlink_receive_bytes_per_second',
    collect: gauge('Received over NVLink (bytes per second)'),
  },
];
