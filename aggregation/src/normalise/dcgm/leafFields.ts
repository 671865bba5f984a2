import type { DcgmField } from './field.js';

const gauge = (help: string) => ({ type: 'gauge', help }) as const;

/** Fields of a leaf: a MIG instance, or a GPU without instances. */
export const LEAF_FIELDS: readonly DcgmField[] = [
  {
    field: 'DEV_GPU_UTIL',
    names: {
      DCGM_FI_DEV_GPU_UTIL: 'percent',
      DCGM_FI_DEV_GPU_UTIL_RATIO: 'percent_or_ratio',
      dcgm_gpu_utilization: 'percent',
    },
    metric: 'gpu_utilization_ratio',
    wholeGpuOnly: true,
    perPod: 'gpu_utilization_ratio',
    collect: gauge('Time in which a kernel ran (%)'),
  },
  {
    field: 'PROF_GR_ENGINE_ACTIVE',
    names: {
      DCGM_FI_PROF_GR_ENGINE_ACTIVE: 'ratio',
      DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO: 'ratio',
      dcgm_fi_prof_gr_engine_active: 'ratio',
    },
    metric: 'gpu_engine_active_ratio',
    collect: gauge('Time in which graphics or compute engines were active (0 to 1)'),
  },
  {
    field: 'PROF_SM_ACTIVE',
    names: {
      DCGM_FI_PROF_SM_ACTIVE: 'ratio',
      DCGM_FI_PROF_SM_UTIL_RATIO: 'ratio',
      dcgm_fi_prof_sm_active: 'ratio',
    },
    metric: 'gpu_sm_active_ratio',
    collect: gauge('Multiprocessors with a warp (0 to 1)'),
  },
  {
    field: 'PROF_SM_OCCUPANCY',
    names: {
      DCGM_FI_PROF_SM_OCCUPANCY: 'ratio',
      DCGM_FI_PROF_SM_OCCUPANCY_RATIO: 'ratio',
      dcgm_fi_prof_sm_occupancy: 'ratio',
    },
    metric: 'gpu_sm_occupancy_ratio',
    collect: gauge('Warps resident of those possible (0 to 1)'),
  },
  {
    field: 'PROF_PIPE_TENSOR_ACTIVE',
    names: {
      DCGM_FI_PROF_PIPE_TENSOR_ACTIVE: 'ratio',
      DCGM_FI_PROF_TENSOR_UTIL_RATIO: 'ratio',
      dcgm_fi_prof_pipe_tensor_active: 'ratio',
    },
    metric: 'gpu_tensor_active_ratio',
    collect: gauge('Tensor pipes active (0 to 1)'),
  },
  {
    field: 'PROF_DRAM_ACTIVE',
    names: {
      DCGM_FI_PROF_DRAM_ACTIVE: 'ratio',
      DCGM_FI_PROF_DRAM_UTIL_RATIO: 'ratio',
      dcgm_fi_prof_dram_active: 'ratio',
    },
    metric: 'gpu_dram_active_ratio',
    collect: gauge('Memory interface busy (0 to 1)'),
  },
  {
    field: 'DEV_ENC_UTIL',
    names: {
      DCGM_FI_DEV_ENC_UTIL: 'percent',
      DCGM_FI_DEV_ENC_UTIL_RATIO: 'ratio',
      dcgm_enc_utilization: 'percent',
    },
    metric: 'gpu_encoder_utilization_ratio',
    collect: gauge('Video encoder busy (%)'),
  },
  {
    field: 'DEV_DEC_UTIL',
    names: {
      DCGM_FI_DEV_DEC_UTIL: 'percent',
      DCGM_FI_DEV_DEC_UTIL_RATIO: 'ratio',
      dcgm_dec_utilization: 'percent',
    },
    metric: 'gpu_decoder_utilization_ratio',
    collect: gauge('Video decoder busy (%)'),
  },
  {
    field: 'DEV_FB_USED',
    names: {
      DCGM_FI_DEV_FB_USED: 'mebibytes',
      DCGM_FI_DEV_FB_USED_BYTES: 'bytes',
      dcgm_fb_used: 'mebibytes',
    },
    metric: 'gpu_memory_used_bytes',
    perPod: 'gpu_memory_used_bytes',
    collect: gauge('Device memory in use (MiB)'),
  },
  {
    field: 'DEV_FB_FREE',
    names: {
      DCGM_FI_DEV_FB_FREE: 'mebibytes',
      DCGM_FI_DEV_FB_FREE_BYTES: 'bytes',
      dcgm_fb_free: 'mebibytes',
    },
    metric: 'gpu_memory_free_bytes',
    collect: gauge('Device memory not in use (MiB)'),
  },
  {
    field: 'DEV_FB_RESERVED',
    names: {
      DCGM_FI_DEV_FB_RESERVED: 'mebibytes',
      DCGM_FI_DEV_FB_RESERVED_BYTES: 'bytes',
    },
    metric: 'gpu_memory_reserved_bytes',
    collect: gauge('Device memory kept by driver and firmware (MiB)'),
  },
  {
    field: 'DEV_FB_TOTAL',
    names: {
      DCGM_FI_DEV_FB_TOTAL: 'mebibytes',
      DCGM_FI_DEV_FB_CAPACITY_BYTES: 'bytes',
      dcgm_fb_total: 'mebibytes',
    },
    metric: 'gpu_memory_total_bytes',
    collect: gauge('Device memory in all (MiB)'),
  },
];
