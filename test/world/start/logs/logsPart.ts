import type { StoreServer } from '../../../servers/stores/server.js';
import type { StartOptions } from '../options.js';
import { reasonOf, type Parts } from '../parts.js';
import type { RunningSite } from '../site.js';
import { bringLogs, type RunningLogs } from './index.js';

export const LOGS_PART = 'App logs';

export interface BringingLogs {
  readonly options: Pick<StartOptions, 'logs'>;
  readonly parts: Parts;
  readonly folder: string;
  readonly ends: (() => Promise<void>)[];
  readonly site: Pick<RunningSite, 'logs'>;
  readonly prometheus: { readonly url: string };
  /** The store that is being started; undefined where none is. */
  readonly store: Promise<StoreServer> | undefined;
}

/** The site's logs; undefined without any, which is said and hinders nothing else. */
export async function bringLogsPart(bringing: BringingLogs): Promise<RunningLogs | undefined> {
  const { options, parts, folder, ends, site, prometheus, store } = bringing;
  const { logs } = site;
  if (!options.logs || logs === undefined || store === undefined) {
    const why = options.logs ? 'nobody knows what these pods log' : 'left out by --no-logs';
    parts.without(LOGS_PART, why);
    return undefined;
  }
  try {
    return await parts.bring(
      LOGS_PART,
      (note) => bringLogs(logs, { folder, prometheus, ends, store, note }),
      ({ url }) => ({ url }),
    );
  } catch (error) {
    parts.without(LOGS_PART, `goes on without (--no-logs leaves them out): ${reasonOf(error)}`);
    return undefined;
  }
}
