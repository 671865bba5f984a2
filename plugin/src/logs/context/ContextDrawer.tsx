import { t } from '@grafana/i18n';
import { Alert, Drawer } from '@grafana/ui';
import type { RecordAnswer } from '@gpuscope/datasource/shared';
import { map } from 'rxjs';
import { Skeleton } from '../../app/Skeleton.js';
import type { LogRow } from '../../panels/lines/row.js';
import { askResource } from '../source/ask.js';
import { useAsked } from '../state/useAsked.js';
import { useLogs } from '../state/useLogs.js';
import { ContextLines } from './ContextLines.js';
import { readLine } from './readLine.js';

const FROM = ['cluster', 'namespace', 'pod', 'container', 'host', 'unit'];

const originOf = ({ labels }: LogRow): string =>
  FROM.flatMap((name) => labels[name] ?? []).join(' / ');

/** The lines around one, of the same pod and container. A pasted address opens it by the line's id alone. */
export function ContextDrawer() {
  const { source, state, change } = useLogs();
  const { context: id } = state;
  const { value, error } = useAsked(['record', id], () =>
    askResource<RecordAnswer>(source, 'record', { id }).pipe(map(({ line }) => readLine(line))),
  );
  const isHere = value?.id === id;
  return (
    <Drawer
      size="lg"
      title={t('logs.context.title', 'Lines around this one')}
      subtitle={value && originOf(value)}
      onClose={() => change((before) => ({ ...before, context: '' }))}
    >
      {error !== undefined && (
        <Alert severity="error" title={t('logs.context.gone', 'The line could not be read')}>
          {error}
        </Alert>
      )}
      {error === undefined && !isHere && <Skeleton height="60vh" />}
      {isHere && <ContextLines anchor={value} />}
    </Drawer>
  );
}
