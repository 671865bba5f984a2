import type { Choice } from '../../links/pageUrl.js';
import type { UrlTo } from '../shared/links.js';
import type { Cell, MapNode } from './cell.js';
import { soleHolder } from './cell.js';

const named = (choice: Readonly<Record<string, string>>): Choice =>
  Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== ''));

export const nodeUrl = (urlTo: UrlTo, { cluster, node }: Pick<MapNode, 'cluster' | 'node'>) =>
  urlTo('node', named({ cluster, node }));

/** Where a cell leads: to the app that has it, else to its node. */
export function cellUrl(urlTo: UrlTo, cell: Cell): string {
  const { tenant = '', app = '' } = soleHolder(cell) ?? {};
  return app === ''
    ? nodeUrl(urlTo, cell)
    : urlTo('app', named({ cluster: cell.cluster, tenant, app }));
}
