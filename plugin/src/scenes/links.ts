import { sourceText, type LinkSpec, type LinkUrl } from '@gpuscope/dashboards';
import { APP_ROOT } from '../links/pageUrl.js';

/** In an address: around this moment, in milliseconds since the epoch, and not over the whole range. */
export const MOMENT = 'moment';

/** Variables that go along where a page has them. */
const ALONG = ['datasource', 'cluster'];

/**
 * The address of an app page as a template: what is in `${…}` Grafana fills in for the thing that is clicked.
 *
 * @param has the variables of the page that shows the link; of others nothing could be filled in
 */
export const linkTemplate =
  (has: readonly string[]) =>
  (
    { to, set = {}, keep = [], moment }: LinkSpec,
    titleOf: (column: string) => string = (column) => column,
  ): string => {
    const along = [...ALONG, ...keep].filter((name) => has.includes(name) && !(name in set));
    const given = Object.entries(set).map(
      ([name, source]) => `var-${name}=${sourceText(source, titleOf)}`,
    );
    const at = moment === true ? [`${MOMENT}=\${__value.time}`] : [];
    const parts = [
      '${__url_time_range}',
      ...at,
      ...along.map((name) => `\${${name}:queryparam}`),
      ...given,
    ];
    return `${APP_ROOT}/${to}?${parts.join('&')}`;
  };

/** For `panelOptions`: every link leads to a page of the app. */
export const appLinks =
  (has: readonly string[]): LinkUrl =>
  (link, titleOf) =>
    linkTemplate(has)(link, titleOf);
