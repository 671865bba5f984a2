import type { PanelData } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, Button, EmptyState, Stack } from '@grafana/ui';
import { Skeleton } from '../../app/Skeleton.js';
import { errorText, type Shown } from '../../scenes/emptiness.js';
import type { ListId } from '@gpuscope/dashboards';

interface Props {
  readonly list: ListId;
  readonly shown: Shown;
  readonly data: PanelData | undefined;
  /** There are rows, but search and stars leave none. */
  readonly isNarrowed: boolean;
  readonly onWiden: () => void;
  readonly onRetry: () => void;
}

const why = (list: ListId): string =>
  list === 'nodes'
    ? t(
        'pages.list.noNodes',
        'No node sent GPU figures in this time range. Is gpuscope-exporter running on the GPU nodes, and does Prometheus scrape it?',
      )
    : t(
        'pages.list.noWorkloads',
        'Nobody held a GPU in this time range. If that cannot be, see whether gpuscope-exporter runs and knows who holds each GPU.',
      );

/** In the place of rows: why there are none, and what to do. */
export function ListInstead({ list, shown, data, isNarrowed, onWiden, onRetry }: Props) {
  if (isNarrowed)
    return (
      <EmptyState
        variant="not-found"
        message={t('pages.list.noMatch', 'Nothing matches')}
        button={
          <Button variant="secondary" onClick={onWiden}>
            {t('pages.list.widen', 'Show all')}
          </Button>
        }
      />
    );
  if (shown === 'loading')
    return (
      <Stack direction="column" gap={1}>
        {[0, 1, 2, 3, 4, 5, 6, 7].map((place) => (
          <Skeleton key={place} height={32} />
        ))}
      </Stack>
    );
  if (shown === 'denied')
    return (
      <EmptyState variant="not-found" message={t('pages.list.denied', 'You may not see this list')}>
        {t('pages.list.deniedWhy', 'An administrator of Grafana can give you the right.')}
      </EmptyState>
    );
  if (shown === 'failed')
    return (
      <Alert severity="error" title={t('pages.list.failed', 'The list could not be loaded')}>
        <Stack direction="column" gap={1} alignItems="flex-start">
          <span>{data && errorText(data)}</span>
          <Button variant="secondary" size="sm" icon="sync" onClick={onRetry}>
            {t('pages.list.retry', 'Try again')}
          </Button>
        </Stack>
      </Alert>
    );
  return (
    <EmptyState variant="completed" message={t('pages.list.none', 'Nothing to list')}>
      {why(list)}
    </EmptyState>
  );
}
