import type { BoardId, LinkSource, LinkSpec } from '../spec/link.js';
import type { Json } from './json.js';
import type { UidOf } from './uid.js';

/** What stands in a link for the clicked thing; Grafana fills it in and encodes it. */
export function sourceText(source: LinkSource, titleOf: (column: string) => string): string {
  if ('clicked' in source) return '${__value.text:percentencode}';
  if ('label' in source) return `\${__field.labels.${source.label}:percentencode}`;
  return `\${__data.fields["${titleOf(source.column)}"]:percentencode}`;
}

/** The address of a board with the time range, data source and cluster of now; the app's own pages have none here. */
export function boardUrl(
  { to, set = {}, keep = [] }: LinkSpec,
  titleOf: (column: string) => string,
  uidOf: UidOf,
): string | undefined {
  if (to === 'logs') return undefined;
  const kept = ['datasource', 'cluster', ...keep].map((name) => `\${${name}:queryparam}`);
  const given = Object.entries(set).map(
    ([name, source]) => `var-${name}=${sourceText(source, titleOf)}`,
  );
  return `/d/${uidOf(to)}?${['${__url_time_range}', ...kept, ...given].join('&')}`;
}

/** Links at the top of a board: Grafana adds the time range and, where asked, the variables. */
export const boardLink = (to: BoardId, { title, keep = [] }: LinkSpec, uidOf: UidOf): Json => ({
  type: 'link',
  title,
  icon: 'dashboard',
  keepTime: true,
  includeVars: false,
  targetBlank: false,
  url: `/d/${uidOf(to)}?${['datasource', 'cluster', ...keep].map((name) => `\${${name}:queryparam}`).join('&')}`,
});
