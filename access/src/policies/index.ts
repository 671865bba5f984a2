import type { GpuscopeError, TenancySite } from '@gpuscope/aggregation';
import { everything } from './everything.js';
import { filePolicy } from './file/index.js';
import type { Policy } from './policy.js';

const TTL_MS = 60_000;
const MAX_STALE_MS = 5 * 60_000;

/** The policy that a site names. To add one: its file, its line here, its settings in the library's site/tenancy.ts. */
export function createPolicy(site: TenancySite, onTrouble: (error: GpuscopeError) => void): Policy {
  const { policy } = site;
  switch (policy.kind) {
    case 'everything':
      return everything;
    case 'file':
      return filePolicy(
        {
          path: policy.file,
          now: () => performance.now(),
          ttlMs: TTL_MS,
          maxStaleMs: MAX_STALE_MS,
          onTrouble,
        },
        site,
      );
  }
}
