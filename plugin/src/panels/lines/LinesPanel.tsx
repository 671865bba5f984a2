import type { PanelProps } from '@grafana/data';
import { LoadingState } from '@grafana/data';
import { t } from '@grafana/i18n';
import { EmptyState } from '@grafana/ui';
import { useMemo } from 'react';
import { logsUrl } from '../../logs/url.js';
import { Settled } from '../shared/Settled.js';
import type { LineActions } from './actions.js';
import { podOf, rangeAround } from './around.js';
import { LogLines } from './LogLines.js';
import type { LinesOptions } from './options.js';
import { newestFirst, readRows, searchedWords } from './readRows.js';

/** On a board a line leads to the page Logs for all else. */
const ACTIONS: LineActions = {
  contextUrl: (row) => logsUrl({ ...podOf(row), context: row.id }, rangeAround(row)),
  podUrl: (row) => logsUrl(podOf(row), rangeAround(row)),
};

const NONE: readonly string[] = [];

type Props = Pick<PanelProps<LinesOptions>, 'data' | 'options' | 'timeZone' | 'width' | 'height'>;

function Lines({ data, options, timeZone, width, height }: Props) {
  const rows = useMemo(() => newestFirst(readRows(data.series)), [data.series]);
  const searched = useMemo(() => searchedWords(data.series), [data.series]);
  if (rows.length === 0 && data.state !== LoadingState.Loading)
    return (
      <EmptyState
        variant="completed"
        hideImage
        message={t('lines.none', 'No lines in this time range')}
      />
    );
  return (
    <div style={{ width, height }}>
      <LogLines
        rows={rows}
        searchWords={searched}
        columns={options.columns ?? NONE}
        isWrapped={options.isWrapped ?? false}
        timeZone={timeZone}
        actions={ACTIONS}
      />
    </div>
  );
}

/** Lines beside graphs, on boards of the app. */
export function LinesPanel(props: PanelProps<LinesOptions>) {
  return (
    <Settled data={props.data} rows={6}>
      <Lines {...props} />
    </Settled>
  );
}
