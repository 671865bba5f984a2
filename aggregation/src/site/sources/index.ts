import { oneKind } from '../kinds.js';
import type { DcgmSourceSite } from './dcgm.js';
import { dcgmSource } from './dcgm.js';
import type { NvmlSourceSite } from './nvml.js';
import { nvmlSource } from './nvml.js';
import type { ReplaySourceSite } from './replay.js';
import { replaySource } from './replay.js';

/** Where figures come from. */
export type SourceSite = DcgmSourceSite | NvmlSourceSite | ReplaySourceSite;

/** One entry of `exporter.sources`. To add a kind: its file, and its line here. */
export const source = oneKind<SourceSite>(
  {
    dcgm: dcgmSource,
    nvml: nvmlSource,
    replay: replaySource,
  },
  { what: 'source' },
);
