import type { TimeRange } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import type { AboutAnswer } from '@gpuscope/datasource/shared';
import { useCallback, useMemo, useState } from 'react';
import { from } from 'rxjs';
import { Skeleton } from '../app/Skeleton.js';
import { useSources } from '../settings/useSources.js';
import { LogsView } from './LogsView.js';
import { NoLogSource } from './NoLogSource.js';
import type { LogSource } from './source/logSource.js';
import type { Answer } from './source/useAnswer.js';
import { useAnswer } from './source/useAnswer.js';
import { useLogSource } from './source/useLogSource.js';
import { selectionOf } from './state/selectionOf.js';
import type { Logs } from './state/useLogs.js';
import { LogsProvider } from './state/useLogs.js';
import { useLogsState } from './state/useLogsState.js';
import { timeRangeOf } from './time/timeRange.js';

/** The time range as of now; `refresh` makes it anew. */
function useRange(fromText: string, toText: string) {
  const [turn, setTurn] = useState(0);
  const refresh = useCallback(() => setTurn((before) => before + 1), []);
  const range = useMemo<TimeRange>(() => timeRangeOf(fromText, toText), [fromText, toText, turn]);
  return { range, refresh, turn };
}

const useAbout = (source: LogSource | undefined): Answer<AboutAnswer> =>
  useAnswer(source?.uid, () =>
    // Asked for only with a key, which only a source has.
    from(
      source?.getResource<AboutAnswer>('about', undefined, { showErrorAlert: false }) ??
        Promise.reject(new Error()),
    ),
  );

/** What do the pods of this app say? */
export function LogsPage() {
  const { logs: settings } = useSources();
  const { value: source, error } = useLogSource(settings?.uid);
  const [state, change] = useLogsState();
  const { range, refresh, turn } = useRange(state.from, state.to);
  const { value: about, isLoading } = useAbout(source);
  const logs = useMemo<Logs | undefined>(
    () =>
      source === undefined || isLoading
        ? undefined
        : {
            source,
            about,
            state,
            change,
            range,
            turn,
            refresh,
            selection: selectionOf(state),
          },
    [source, isLoading, about, state, change, range, turn, refresh],
  );
  if (settings === undefined) return <NoLogSource />;
  if (error !== undefined)
    return (
      <Alert severity="error" title={t('logs.noPlugin', 'The log source could not be loaded')}>
        {error}
      </Alert>
    );
  if (logs === undefined) return <Skeleton height="60vh" />;
  return (
    <LogsProvider value={logs}>
      <LogsView />
    </LogsProvider>
  );
}
