import type { PanelData } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { ReactNode } from 'react';
import { Message } from './Message.js';
import { Skeleton } from './Skeleton.js';
import { failureOf, isWaiting } from './waiting.js';

interface SettledProps {
  readonly data: PanelData;
  /** The outline shown while nothing has come yet. */
  readonly rows: number;
  readonly ring?: boolean;
  readonly children: ReactNode;
}

/** A panel once it has been answered; before, its outline, and where all failed, why. */
export function Settled({ data, rows, ring = false, children }: SettledProps) {
  const failure = failureOf(data);
  if (isWaiting(data)) return <Skeleton rows={rows} ring={ring} />;
  if (failure === undefined || data.series.length > 0) return children;
  return (
    <Message
      icon="exclamation-triangle"
      title={t('panels.failed', 'The figures could not be read')}
      text={failure}
    />
  );
}
