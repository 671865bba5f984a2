import { locationUtil } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import type { IconName } from '@grafana/ui';
import { LinkButton } from '@grafana/ui';
import type { MouseEvent } from 'react';

export interface PageLinkProps {
  readonly url: string;
  readonly text: string;
  readonly icon: IconName;
}

const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

/** A button that is a link: it can be copied and opened in a tab of its own. */
export function PageLink({ url, text, icon }: PageLinkProps) {
  const onClick = (event: MouseEvent) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    locationService.push(url);
  };
  return (
    <LinkButton
      size="sm"
      variant="secondary"
      fill="outline"
      icon={icon}
      href={locationUtil.assureBaseUrl(url)}
      onClick={onClick}
    >
      {text}
    </LinkButton>
  );
}
