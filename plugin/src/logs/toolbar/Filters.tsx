import { t } from '@grafana/i18n';
import { css } from '@emotion/css';
import type { FieldFilter } from '@gpuscope/aggregation/logs';
import type { GrafanaTheme2 } from '@grafana/data';
import { Tag, useStyles2 } from '@grafana/ui';
import { useLogs } from '../state/useLogs.js';

const textOf = ({ name, op, values }: FieldFilter): string =>
  op === '=' || op === '!=' ? `${name} ${op} ${values.join(' | ')}` : `${name} ${op}`;

/** Conditions on fields that are in force; a click lets one go. */
export function Filters() {
  const styles = useStyles2(stylesOf);
  const { state, change } = useLogs();
  if (state.filters.length === 0) return null;
  return (
    <div className={styles} role="group" aria-label={t('logs.filters', 'Conditions on fields')}>
      {state.filters.map((filter) => (
        <Tag
          key={textOf(filter)}
          name={textOf(filter)}
          icon="times"
          onClick={() =>
            change((before) => ({
              ...before,
              filters: before.filters.filter((one) => textOf(one) !== textOf(filter)),
            }))
          }
        />
      ))}
    </div>
  );
}

const stylesOf = (theme: GrafanaTheme2) =>
  css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) });
