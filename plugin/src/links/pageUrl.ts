/** Where the app's pages lie. */
export const APP_ROOT = '/a/gpuscope-app';

/** Pages by name; the name is the last part of the address. */
export const PAGES = [
  'overview',
  'apps',
  'app',
  'users',
  'user',
  'nodes',
  'node',
  'waste',
  'health',
  'quota',
  'exporter',
  'logs',
  'configuration',
] as const;

export type PageId = (typeof PAGES)[number];

/** The list that a page about one thing belongs to. */
export const LIST_OF: Readonly<Partial<Record<PageId, PageId>>> = {
  app: 'apps',
  user: 'users',
  node: 'nodes',
};

/** What a page may be about. On boards these are variables, on the page Logs filters. */
export type ChoiceName =
  | 'datasource'
  | 'cluster'
  | 'tenant'
  | 'app'
  | 'user'
  | 'node'
  | 'rank'
  | 'namespace'
  | 'pod'
  | 'container';

export type Choice = Readonly<Partial<Record<ChoiceName, string | readonly string[]>>>;

/** As the address has it: `now-6h`, or milliseconds since the epoch as text. */
export interface UrlRange {
  readonly from: string;
  readonly to: string;
}

/**
 * The address of a page, without the path below which Grafana itself is served (`locationUtil.assureBaseUrl` adds it).
 *
 * @param choice several values make several parameters; what is left out, the page decides
 */
export function pageUrl(page: PageId, choice: Choice = {}, range?: UrlRange): string {
  const parameters = new URLSearchParams();
  if (range !== undefined) {
    parameters.set('from', range.from);
    parameters.set('to', range.to);
  }
  for (const [name, value] of Object.entries(choice)) {
    const values = typeof value === 'string' ? [value] : (value ?? []);
    for (const one of values) parameters.append(`var-${name}`, one);
  }
  const query = parameters.toString();
  return `${APP_ROOT}/${page}${query === '' ? '' : `?${query}`}`;
}
