import type { IconName } from '@grafana/ui';
import { LinkButton } from '@grafana/ui';
import { follow, hrefOf } from '../shared/links.js';

export interface PageLinkProps {
  readonly url: string;
  readonly text: string;
  readonly icon: IconName;
}

/** A button that is a link: it can be copied and opened in a tab of its own. */
export const PageLink = ({ url, text, icon }: PageLinkProps) => (
  <LinkButton
    size="sm"
    variant="secondary"
    fill="outline"
    icon={icon}
    href={hrefOf(url)}
    onClick={(event) => follow(event, url)}
  >
    {text}
  </LinkButton>
);
