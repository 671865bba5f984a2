import type { NvmlHandle, NvmlLibrary } from '../library/library.js';
import type { Reading } from './reading.js';

/** `NVIDIA A100-SXM4-40GB MIG 1c.3g.20gb`: the GPU instance's part, with extensions such as `+me`. */
const IN_NAME = /\bMIG (?:\d+c\.)?(\d+g\.\d+gb(?:[+-][\w.+-]+)?)\s*$/;

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

/** Memory is dealt out in eighths of the board. */
const MEMORY_SLICES = 8;

/**
 * The profile's memory in GB: its eighths of the board's memory, where both are rounded up first, as some of either is
 * not to be had.
 */
function profileGigabytes(memoryMiB: number, boardBytes: number): number {
  const slices = Math.ceil(((memoryMiB * MIB) / boardBytes) * MEMORY_SLICES);
  return Math.round((slices / MEMORY_SLICES) * Math.ceil(boardBytes / GIB));
}

/** The profile of a MIG device's GPU instance, by its name or from what it was given; empty where neither is told. */
export function migProfile(
  nvml: NvmlLibrary,
  reading: Reading,
  gpu: NvmlHandle,
  migDevice: NvmlHandle,
): string {
  const name = reading.take('nvmlDeviceGetName', () => nvml.text('nvmlDeviceGetName', migDevice));
  const named = name === undefined ? undefined : IN_NAME.exec(name)?.[1];
  if (named !== undefined) return named;
  const parts = reading.take('nvmlDeviceGetAttributes', () => nvml.attributes(migDevice));
  const board = reading.take('nvmlDeviceGetMemoryInfo', () => nvml.memory(gpu));
  if (parts === undefined || board === undefined || board.total === 0) return '';
  return `${parts.gpuInstanceSlices}g.${profileGigabytes(parts.memoryMiB, board.total)}gb`;
}
