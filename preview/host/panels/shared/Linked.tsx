import type { LinkModel } from '@grafana/data';
import { DataLinksContextMenu } from '@grafana/ui';
import type { MouseEventHandler, ReactElement } from 'react';

interface Target {
  readonly onClick?: MouseEventHandler<HTMLElement>;
  readonly className?: string;
}

interface LinkedProps {
  readonly getLinks?: () => LinkModel[];
  readonly hasLinks: boolean;
  readonly draw: (target: Target) => ReactElement;
}

/** A drawing that leads where its field's links lead; one link directly, several by a menu. */
export function Linked({ getLinks, hasLinks, draw }: LinkedProps) {
  if (!hasLinks || getLinks === undefined) return draw({});
  return (
    <DataLinksContextMenu links={getLinks}>
      {({ openMenu, targetClassName }) =>
        draw({
          ...(openMenu === undefined ? {} : { onClick: openMenu }),
          ...(targetClassName === undefined ? {} : { className: targetClassName }),
        })
      }
    </DataLinksContextMenu>
  );
}
