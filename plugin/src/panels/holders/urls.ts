import type { Choice, UrlRange } from '../../links/pageUrl.js';
import type { UrlTo } from '../shared/links.js';
import type { Bar, Lane } from './lane.js';

const FIVE_MINUTES = 300_000;

/** The bar's time with some of before and after. */
export function rangeAround({ fromMs, toMs }: Pick<Bar, 'fromMs' | 'toMs'>): UrlRange {
  const margin = Math.max(FIVE_MINUTES, Math.round((toMs - fromMs) * 0.05));
  return { from: String(Math.round(fromMs - margin)), to: String(Math.round(toMs + margin)) };
}

const named = (choice: Readonly<Record<string, string>>): Choice =>
  Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== ''));

export const laneUrl = (urlTo: UrlTo, { cluster, node }: Lane): string =>
  urlTo('node', named({ cluster, node }));

/** The app at that time; of a holder without an app, the node at that time. */
export function barUrl(urlTo: UrlTo, lane: Lane, bar: Bar): string {
  const { cluster, node } = lane;
  const { tenant, app } = bar.holder;
  const range = rangeAround(bar);
  return app === ''
    ? urlTo('node', named({ cluster, node }), range)
    : urlTo('app', named({ cluster, tenant, app }), range);
}
