import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, Button, useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { Skeleton } from '../../app/Skeleton.js';
import { LogLines } from '../../panels/lines/LogLines.js';
import type { LogRow } from '../../panels/lines/row.js';
import { Said } from '../facets/Said.js';
import { useLogs } from '../state/useLogs.js';
import type { Neighbours, Side } from './useNeighbours.js';
import { useNeighbours } from './useNeighbours.js';

function More({ side, neighbours }: { side: Side; neighbours: Neighbours }) {
  const { isEnd, isLoading, error, more } = neighbours;
  if (error !== undefined)
    return (
      <Alert severity="error" title={t('logs.context.failed', 'No more could be read')}>
        <p>{error}</p>
        <Button size="sm" variant="secondary" onClick={more}>
          {t('logs.again', 'Try again')}
        </Button>
      </Alert>
    );
  if (isEnd)
    return (
      <Said
        text={
          side === 'before'
            ? t('logs.context.first', 'No earlier lines within a day')
            : t('logs.context.last', 'No later lines within a day')
        }
      />
    );
  return (
    <Button size="sm" variant="secondary" fill="outline" disabled={isLoading} onClick={more}>
      {side === 'before'
        ? t('logs.context.earlier', 'Earlier lines')
        : t('logs.context.later', 'Later lines')}
    </Button>
  );
}

/** A line with its neighbours, as they were written: the oldest first. */
export function ContextLines({ anchor }: { readonly anchor: LogRow }) {
  const styles = useStyles2(stylesOf);
  const { source, state } = useLogs();
  const before = useNeighbours(source, anchor, 'before');
  const after = useNeighbours(source, anchor, 'after');
  const rows = useMemo(
    () => [...before.rows.toReversed(), anchor, ...after.rows],
    [before.rows, after.rows, anchor],
  );
  const isFirst = [before, after].some(({ isLoading, rows: own }) => isLoading && own.length === 0);
  return (
    <div className={styles.context}>
      <More side="before" neighbours={before} />
      <div className={styles.lines}>
        {isFirst ? (
          <Skeleton height="100%" />
        ) : (
          <LogLines
            rows={rows}
            markedId={anchor.id}
            columns={state.columns}
            isWrapped={state.isWrapped}
            label={t('logs.context.title', 'Lines around this one')}
          />
        )}
      </div>
      <More side="after" neighbours={after} />
    </div>
  );
}

const stylesOf = (theme: GrafanaTheme2) => ({
  context: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    height: 'calc(100vh - 140px)',
  }),
  lines: css({ flex: 1, minHeight: 200, width: '100%' }),
});
