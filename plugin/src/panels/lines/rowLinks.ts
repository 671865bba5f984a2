import type { DataLink, Field } from '@grafana/data';
import { mapInternalLinkToExplore } from '@grafana/data';
import type { RowLink } from './row.js';

/** A link's template with the value put in; a web address gets it encoded. */
const fillIn = (template: string, value: string): string =>
  template.replace(/\$\{__value\.(?:raw|text)(?::\w+)?\}/gu, () => value);

/** No address can hold half a character; a line may. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

function hrefOf(link: DataLink, field: Field, value: string): string {
  const { internal } = link;
  if (internal === undefined) return fillIn(link.url, encodeURIComponent(wellFormed(value)));
  const replaceVariables = (text: string) => fillIn(text, value);
  return mapInternalLinkToExplore({
    link,
    internalLink: internal,
    scopedVars: {},
    field,
    replaceVariables,
  }).href;
}

/**
 * Only what a browser opens as a page: a data source's settings could hold anything. Browsers read a backslash as a
 * slash and pass over tabs and ends of line, so that neither may lead a path to another host.
 */
const isPage = (href: string): boolean =>
  /^(?:https?:\/\/|\/(?![/\\]))/u.test(href) && !/[\t\r\n]/u.test(href);

/** Where a line's field leads, as its data source says; nothing for a line without a value there. */
export function linksOf(field: Field, at: number): readonly RowLink[] {
  const raw: unknown = field.values[at];
  const value = typeof raw === 'number' ? String(raw) : raw;
  if (typeof value !== 'string' || value === '') return [];
  return (field.config.links ?? []).flatMap((link) => {
    const href = hrefOf(link, field, value);
    return isPage(href) ? [{ name: field.name, title: link.title, href }] : [];
  });
}
