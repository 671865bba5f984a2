import { t } from '@grafana/i18n';
import { IconButton, useStyles2 } from '@grafana/ui';
import type { LineActions } from './actions.js';
import { detailStyles } from './styles.js';
import { visible } from './visible.js';

const plain = { interpolation: { escapeValue: false } };

interface LabelProps {
  readonly name: string;
  readonly value: string;
  readonly actions: LineActions;
}

function Choices({ name, value, actions: { onFilter, onColumn } }: LabelProps) {
  const styles = useStyles2(detailStyles);
  return (
    <span className={styles.choices}>
      {onFilter !== undefined && (
        <>
          <IconButton
            name="search-plus"
            tooltip={t('lines.only', 'Only lines with {{name}} {{value}}', {
              name,
              value,
              ...plain,
            })}
            onClick={() => onFilter(name, value, false)}
          />
          <IconButton
            name="search-minus"
            tooltip={t('lines.not', 'Not lines with {{name}} {{value}}', { name, value, ...plain })}
            onClick={() => onFilter(name, value, true)}
          />
        </>
      )}
      {onColumn !== undefined && (
        <IconButton
          name="columns"
          tooltip={t('lines.asColumn', 'Show {{name}} as a column', { name, ...plain })}
          onClick={() => onColumn(name)}
        />
      )}
    </span>
  );
}

export interface LabelRowsProps {
  readonly labels: Readonly<Record<string, string>>;
  readonly actions: LineActions;
}

/** What lines are not told apart by. */
const SAID_ONLY = new Set(['time']);

/** What is known of a line, each with what can be done with it. */
export function LabelRows({ labels, actions }: LabelRowsProps) {
  const styles = useStyles2(detailStyles);
  return (
    <table className={styles.labels}>
      <tbody>
        {Object.entries(labels).map(([name, value]) => (
          <tr key={name}>
            <th scope="row">
              {!SAID_ONLY.has(name) && <Choices name={name} value={value} actions={actions} />}
              {name}
            </th>
            <td>{visible(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
