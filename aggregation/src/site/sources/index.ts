import { oneKind } from '../kinds.js';
import type { DcgmSourceSite } from './dcgm.js';
import { dcgmSource } from './dcgm.js';
import type { ReplaySourceSite } from './replay.js';
import { replaySource } from './replay.js';

/** Where figures come from. */
export type SourceSite = DcgmSourceSite | ReplaySourceSite;

/** One entry of `exporter.sources`. To add a kind: its file, and its line here. */
export const source = oneKind<SourceSite>(
  {
    dcgm: dcgmSource,
    replay: replaySource,
  },
  { what: 'source', planned: ['nvml'] },
);
