import type { ReactNode } from 'react';
import { css } from '@emotion/css';
import { renderMarkdown } from '@grafana/data';
import { PanelChrome } from '@grafana/ui';
import type { PanelSpec } from '@gpuscope/dashboards';
import type { Shown } from '../../scenes/emptiness.js';
import { useMeasure } from '../../scenes/useMeasure.js';

interface Props {
  readonly id: string | undefined;
  readonly shown: Shown;
  /** Left out: what is inside brings its own frame. */
  readonly text?: PanelSpec['text'];
  readonly children: ReactNode;
}

const place = css({ position: 'relative', width: '100%', height: '100%' });

/** A list in a panel's frame. */
export function TopFrame({ id, shown, text, children }: Props) {
  const [ref, { width, height }] = useMeasure();
  const about = text && renderMarkdown(`${text.question}\n\n${text.how}`);
  return (
    <div ref={ref} className={place} data-panel={id} data-shown={shown}>
      {text === undefined ? (
        children
      ) : (
        <PanelChrome
          title={text.title}
          {...(about === undefined ? {} : { description: () => about })}
          width={width}
          height={height}
          padding="md"
        >
          {(inner, high) => (
            <div style={{ width: inner, height: high, overflow: 'auto' }} tabIndex={0}>
              {children}
            </div>
          )}
        </PanelChrome>
      )}
    </div>
  );
}
