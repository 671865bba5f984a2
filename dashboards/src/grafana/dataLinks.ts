import type { LinkSpec } from '../spec/link.js';
import type { Json } from './json.js';
import type { Rendering } from './rendering.js';

/** Links of a panel's values, less those that lead nowhere. */
export const dataLinks = (
  links: readonly LinkSpec[],
  { linkUrl }: Rendering,
  titleOf: (column: string) => string = (column) => column,
): readonly Json[] =>
  links.flatMap((link) => {
    const url = linkUrl(link, titleOf);
    return url === undefined ? [] : [{ title: link.title, url }];
  });
