import { filePath, mapping } from '../fields.js';
import { duration } from '../measures.js';

/** The driver's own library, asked directly: no DCGM needed. */
export interface NvmlSourceSite {
  readonly kind: 'nvml';
  /** libnvidia-ml.so.1 where it is not on the loader's path. */
  readonly library?: string;
  /** How often the driver's samples are collected between two cycles. */
  readonly sampleEveryMs: number;
}

export const nvmlSource = mapping({
  library: filePath.exactOptional(),
  sampleEvery: duration('100ms', '10s').default(500),
}).transform(({ library, sampleEvery }): NvmlSourceSite => ({
  kind: 'nvml',
  sampleEveryMs: sampleEvery,
  ...(library !== undefined && { library }),
}));
