import { t } from '@grafana/i18n';
import { Button, ClipboardButton, LinkButton, useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';
import type { LineActions } from './actions.js';
import { plainText } from './ansi.js';
import { gpuUrl } from './around.js';
import { PageLink } from './PageLink.js';
import type { LogRow } from './row.js';
import { detailStyles } from './styles.js';

interface GoProps {
  readonly text: string;
  readonly icon: 'list-ul' | 'filter';
  readonly onGo: (() => void) | undefined;
  readonly url: string | undefined;
}

/** A button where something is done here, a link where another page does it. */
function Go({ text, icon, onGo, url }: GoProps): ReactNode {
  if (onGo !== undefined)
    return (
      <Button size="sm" variant="secondary" fill="outline" icon={icon} onClick={onGo}>
        {text}
      </Button>
    );
  return url === undefined ? null : <PageLink text={text} icon={icon} url={url} />;
}

export interface DetailButtonsProps {
  readonly row: LogRow;
  readonly actions: LineActions;
}

/** Where a line leads: its neighbours, its pod, its GPU, its trace. */
export function DetailButtons({ row, actions }: DetailButtonsProps) {
  const styles = useStyles2(detailStyles);
  const { onContext, onPod, contextUrl, podUrl } = actions;
  const hasPod = row.labels.pod !== undefined;
  const gpu = gpuUrl(row);
  return (
    <div className={styles.buttons}>
      {row.id !== '' && (
        <Go
          text={t('lines.context', 'Show context')}
          icon="list-ul"
          onGo={onContext && (() => onContext(row))}
          url={contextUrl?.(row)}
        />
      )}
      {hasPod && (
        <Go
          text={t('lines.onlyPod', 'Only this pod')}
          icon="filter"
          onGo={onPod && (() => onPod(row))}
          url={podUrl?.(row)}
        />
      )}
      {gpu !== undefined && (
        <PageLink
          url={gpu}
          icon="gf-show-context"
          text={
            hasPod
              ? t('lines.gpu', 'GPU of this pod at that time')
              : t('lines.machine', 'This machine at that time')
          }
        />
      )}
      <ClipboardButton
        size="sm"
        variant="secondary"
        fill="outline"
        icon="copy"
        getText={() => plainText(row.line)}
      >
        {t('lines.copy', 'Copy line')}
      </ClipboardButton>
      {row.links.map(({ name, title, href }) => (
        <LinkButton
          key={`${name} ${href}`}
          size="sm"
          variant="secondary"
          fill="outline"
          icon="external-link-alt"
          href={href}
          target="_blank"
          rel="noopener noreferrer"
        >
          {title}
        </LinkButton>
      ))}
    </div>
  );
}
