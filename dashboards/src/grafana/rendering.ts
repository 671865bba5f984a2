import { render as english } from '../messages/en/render.js';
import type { Messages } from '../messages/messages.js';
import type { LinkSpec } from '../spec/link.js';
import { boardUrl } from './links.js';
import { uidsIn, type UidOf } from './uid.js';

/**
 * The address behind a link, with what Grafana fills in as `${…}`; `undefined` where it leads nowhere, and the link is
 * left out.
 *
 * @param titleOf the title of the column that shows a label
 */
export type LinkUrl = (link: LinkSpec, titleOf: (column: string) => string) => string | undefined;

/** What a rendering of a panel depends on beside the panel. */
export interface Rendering {
  readonly uidOf: UidOf;
  readonly linkUrl: LinkUrl;
  readonly words: Messages['render'];
  /** Whether a description also says what is missing when nothing is shown. */
  readonly empties: boolean;
}

/** Left out: addresses of the English boards, words in English, everything said. */
export type RenderOptions = Partial<Rendering>;

export const renderingOf = ({
  uidOf = uidsIn('en'),
  linkUrl = (link, titleOf) => boardUrl(link, titleOf, uidOf),
  words = english,
  empties = true,
}: RenderOptions = {}): Rendering => ({ uidOf, linkUrl, words, empties });
