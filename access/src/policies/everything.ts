import { EVERYTHING } from '@gpuscope/aggregation/scope';
import type { Policy } from './policy.js';

/** A single tenant: whoever may open the data source in Grafana sees all of it. */
export const everything: Policy = {
  tellsApart: false,
  scopeOf: () => Promise.resolve(EVERYTHING),
  close: () => undefined,
};
