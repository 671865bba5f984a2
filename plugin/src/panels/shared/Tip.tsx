import { VizTooltip } from '@grafana/ui';
import type { ReactNode } from 'react';

/** Where a pointer or the focus is, in pixels of the window. */
export interface TipAt {
  readonly x: number;
  readonly y: number;
}

const OFFSET = { x: 12, y: 12 };

/** What there is to say about the thing under the pointer or in focus. */
export function Tip({ at, children }: { readonly at: TipAt; readonly children: ReactNode }) {
  return (
    <VizTooltip
      position={{ ...at }}
      offset={OFFSET}
      content={<div data-testid="gpuscope-tip">{children}</div>}
    />
  );
}
