import type { NvmlSnapshot } from '@gpuscope/aggregation';
import { createCursor } from './cursor.js';
import { readRecording } from './readFile.js';
import { NVML_NAME, sourceKey } from './recording.js';

/**
 * The looks at NVML that a recording holds, in order and each once.
 * @throws GpuscopeError RECORDING_INVALID
 */
export async function readLooks(file: string): Promise<NvmlSnapshot[]> {
  const recording = await readRecording(file);
  const cursor = createCursor(file, recording);
  const looks = new Set<NvmlSnapshot>();
  for (const { atMs } of recording.frames) {
    const value = cursor.at(atMs).standing.get(sourceKey(NVML_NAME))?.value;
    if (value !== undefined) looks.add(value as NvmlSnapshot);
  }
  return [...looks];
}
