import { Alert } from '@grafana/ui';
import { t } from '@grafana/i18n';
import type { LogsQuery } from '../types.js';

export interface NotesProps {
  readonly query: LogsQuery;
  readonly needsNumbers: boolean;
}

function noteOf({ show }: LogsQuery, needsNumbers: boolean): string | undefined {
  if (show === 'context') {
    return t(
      'note.context',
      'This shows the lines around one line. Choose what to show to ask something else.',
    );
  }
  if (show === 'lines' && needsNumbers) {
    return t('note.alerting', 'An alert rule needs numbers: choose volume, counts or rates.');
  }
  return undefined;
}

/** What a reader of the query has to know before the fields. */
export function Notes({ query, needsNumbers }: NotesProps) {
  const note = noteOf(query, needsNumbers);
  if (note === undefined) return null;
  return <Alert severity="info" title={note} style={{ marginBottom: 0 }} />;
}
