import type { NvmlFieldRow } from './field.js';

const SAMPLES = 'nvmlDeviceGetSamples';
const MEMORY = 'nvmlDeviceGetMemoryInfo_v2';
const GPM = 'nvmlGpmMetricsGet';

const ROWS = [
  ['utilization', 'gpu_utilization_ratio', 'percent', SAMPLES],
  ['engineActive', 'gpu_engine_active_ratio', 'percent', GPM],
  ['smActive', 'gpu_sm_active_ratio', 'percent', GPM],
  ['smOccupancy', 'gpu_sm_occupancy_ratio', 'percent', GPM],
  ['tensorActive', 'gpu_tensor_active_ratio', 'percent', GPM],
  ['dramActive', 'gpu_dram_active_ratio', 'percent', GPM],
  ['encoder', 'gpu_encoder_utilization_ratio', 'percent', 'nvmlDeviceGetEncoderUtilization'],
  ['decoder', 'gpu_decoder_utilization_ratio', 'percent', 'nvmlDeviceGetDecoderUtilization'],
  ['memoryUsed', 'gpu_memory_used_bytes', 'bytes', MEMORY],
  ['memoryFree', 'gpu_memory_free_bytes', 'bytes', MEMORY],
  ['memoryReserved', 'gpu_memory_reserved_bytes', 'bytes', MEMORY],
  ['memoryTotal', 'gpu_memory_total_bytes', 'bytes', MEMORY],
] as const;

/** Figures of a GPU without instances, or of a MIG instance. */
export const NVML_LEAF_ROWS: readonly NvmlFieldRow[] = ROWS.map(([field, metric, unit, call]) => ({
  field,
  metric,
  unit,
  call,
}));
