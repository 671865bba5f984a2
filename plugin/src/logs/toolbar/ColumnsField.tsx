import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { MultiCombobox, useStyles2 } from '@grafana/ui';
import { useId, useMemo } from 'react';
import type { LogRow } from '../../panels/lines/row.js';
import { useLogs } from '../state/useLogs.js';

/** Labels of the newest lines that are looked at for names. */
const LOOKED_AT = 500;

/** The labels that lines have, the most frequent first. */
function labelNames(rows: readonly LogRow[]): readonly string[] {
  const times = new Map<string, number>();
  for (const { labels } of rows.slice(0, LOOKED_AT))
    for (const name of Object.keys(labels)) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

/** Which labels get a column. */
export function ColumnsField({ rows }: { readonly rows: readonly LogRow[] }) {
  const { state, change } = useLogs();
  const names = useMemo(
    () => [...new Set([...state.columns, ...labelNames(rows)])],
    [rows, state.columns],
  );
  const id = useId();
  const styles = useStyles2(stylesOf);
  return (
    <div className={styles}>
      <label htmlFor={id}>{t('logs.columns', 'Columns')}</label>
      <MultiCombobox
        id={id}
        placeholder={t('logs.columnsNone', 'None')}
        width="auto"
        minWidth={12}
        maxWidth={40}
        options={names.map((value) => ({ value }))}
        value={[...state.columns]}
        onChange={(chosen) =>
          change((before) => ({ ...before, columns: chosen.map(({ value }) => value) }))
        }
      />
    </div>
  );
}

const stylesOf = (theme: GrafanaTheme2) =>
  css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    fontSize: theme.typography.bodySmall.fontSize,
  });
