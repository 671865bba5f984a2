import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, Button, useStyles2 } from '@grafana/ui';
import { Skeleton } from '../../app/Skeleton.js';
import { LogLines } from '../../panels/lines/LogLines.js';
import type { LogRow } from '../../panels/lines/row.js';
import { EmptyLines } from '../empty/EmptyLines.js';
import { EVERY_MS } from '../live/everyLook.js';
import type { Live } from '../live/useLive.js';
import type { Answer } from '../source/useAnswer.js';
import { MOST_LINES } from '../state/readState.js';
import { useLogs } from '../state/useLogs.js';
import { Notices } from './Notices.js';
import { useActions } from './useActions.js';
import type { Lines } from './useLines.js';

export interface LinesPaneProps {
  readonly answer: Answer<Lines>;
  /** The lines of the answer, and those that came since. */
  readonly rows: readonly LogRow[];
  readonly live: Live;
}

/** Asks for twice as many lines as long as the store has more. */
function More({ isCut }: { readonly isCut: boolean }) {
  const { state, change, about } = useLogs();
  const most = Math.min(MOST_LINES, about?.limits.lines ?? MOST_LINES);
  if (!isCut || state.limit >= most) return null;
  const lines = Math.min(most, state.limit * 2);
  return (
    <Button
      size="sm"
      variant="secondary"
      fill="outline"
      onClick={() => change((before) => ({ ...before, limit: lines }))}
    >
      {t('logs.more', 'Show the newest {{lines}} lines', { lines: lines.toLocaleString() })}
    </Button>
  );
}

function LiveState({ live }: { readonly live: Live }) {
  const { state } = useLogs();
  if (!state.isLive) return null;
  const seconds = EVERY_MS / 1000;
  if (live.error !== undefined) return <Notices texts={[live.error]} />;
  return (
    <Notices
      texts={[
        live.isPaused
          ? t('logs.livePaused', 'Paused: new lines are not looked for')
          : t('logs.liveRuns', 'Looking for new lines every {{seconds}} seconds', { seconds }),
        ...(live.isBehind
          ? [
              t(
                'logs.liveBehind',
                'Lines come faster than they can be shown: some between are left out. Narrow them, or ask again.',
              ),
            ]
          : []),
      ]}
    />
  );
}

/** The lines, or why there are none. */
export function LinesPane({ answer, rows, live }: LinesPaneProps) {
  const styles = useStyles2(stylesOf);
  const { state, refresh } = useLogs();
  const actions = useActions();
  const { value, error, isLoading } = answer;
  if (error !== undefined)
    return (
      <Alert severity="error" title={t('logs.failed', 'The lines could not be read')}>
        <p>{error}</p>
        <Button variant="secondary" onClick={refresh}>
          {t('logs.again', 'Try again')}
        </Button>
      </Alert>
    );
  if (value === undefined) return <Skeleton height="100%" />;
  if (rows.length === 0 && !isLoading) return <EmptyLines notices={value.notices} />;
  return (
    <div className={styles.pane} aria-busy={isLoading}>
      <div className={styles.said}>
        <LiveState live={live} />
        <Notices texts={value.notices} />
        <More isCut={value.isCut} />
      </div>
      <div className={styles.lines} style={{ opacity: isLoading ? 0.6 : 1 }}>
        <LogLines
          rows={rows}
          searchWords={value.searchWords}
          columns={state.columns}
          isWrapped={state.isWrapped}
          actions={actions}
        />
      </div>
    </div>
  );
}

const stylesOf = (theme: GrafanaTheme2) => ({
  pane: css({ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }),
  said: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    minHeight: 20,
  }),
  lines: css({ flex: 1, minHeight: 240 }),
});
