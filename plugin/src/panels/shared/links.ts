import type { RawTimeRange, TimeRange } from '@grafana/data';
import { dateTime, locationUtil } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import type { MouseEvent } from 'react';
import type { Choice, ChoiceName, PageId, UrlRange } from '../../links/pageUrl.js';
import { pageUrl } from '../../links/pageUrl.js';

const inUrl = (moment: RawTimeRange['from']): string =>
  typeof moment === 'string' ? moment : String(dateTime(moment).valueOf());

/** The range as the address has it. */
const urlRange = ({ from, to }: RawTimeRange): UrlRange => ({
  from: inUrl(from),
  to: inUrl(to),
});

/** What is chosen on the page that holds whichever way the reader goes. */
const KEPT: readonly ChoiceName[] = ['datasource', 'cluster'];

function kept(): Choice {
  const search = locationService.getSearch();
  const values = KEPT.map((name) => [name, search.getAll(`var-${name}`)] as const);
  return Object.fromEntries(values.filter(([, chosen]) => chosen.length > 0));
}

/** The address of a page about something, with the panel's range and the page's choices. */
export type UrlTo = (page: PageId, choice: Choice, range?: UrlRange) => string;

export const urlsFrom =
  (timeRange: TimeRange): UrlTo =>
  (page, choice, range = urlRange(timeRange.raw)) =>
    pageUrl(page, { ...kept(), ...choice }, range);

/** For the address bar and for new tabs; inside the page the location service is asked. */
export const hrefOf = (url: string): string => locationUtil.assureBaseUrl(url);

const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

/** Goes on without loading the page anew; with a modifier the browser does as it is told. */
export function follow(event: MouseEvent, url: string): void {
  if (!isPlain(event) || event.defaultPrevented) return;
  event.preventDefault();
  locationService.push(url);
}
