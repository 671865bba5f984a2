import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { memo } from 'react';
import { exactTime } from './exactTime.js';
import { fold } from './fold.js';
import { levelColor, levelText } from './levels.js';
import { LineText } from './LineText.js';
import type { LogRow } from './row.js';
import { gridColumns, rowStyles } from './styles.js';

export interface LineRowProps {
  readonly row: LogRow;
  readonly rowKey: string;
  /** The place of its element, so that a list can say which one is active. */
  readonly domId: string;
  /** Counted from 1, as screen readers tell it. */
  readonly place: number;
  readonly columns: readonly string[];
  readonly finder: RegExp | undefined;
  readonly isWrapped: boolean;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly isMarked: boolean;
  readonly onToggle: (rowKey: string) => void;
}

const hasMarkedText = (): boolean => (window.getSelection()?.toString() ?? '') !== '';

/** How many lines are folded away. */
const moreText = (lines: number): string =>
  lines === 1
    ? t('lines.oneMore', '1 more line')
    : t('lines.more', '{{lines}} more lines', { lines });

const TIME_FORMAT = 'YYYY-MM-DD HH:mm:ss.SSS';

function Line({ row, finder, isWrapped }: Pick<LineRowProps, 'row' | 'finder' | 'isWrapped'>) {
  const styles = useStyles2(rowStyles);
  const { first, more } = fold(row.line);
  return (
    <div role="gridcell" className={isWrapped ? styles.wrapped : styles.cut}>
      <LineText text={first} finder={finder} />
      {more > 0 && <span className={styles.more}>{moreText(more)}</span>}
    </div>
  );
}

/** One line of the list: level, time, the columns asked for, then what it says. */
export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { row, rowKey, columns, isOpen, isActive, isMarked, onToggle } = props;
  const styles = useStyles2(rowStyles);
  const theme = useTheme2();
  const look = [styles.row, isMarked ? styles.marked : '', isActive ? styles.active : ''];
  return (
    // Keys are read by the list, which holds the focus.
    <div
      role="row"
      id={props.domId}
      aria-rowindex={props.place}
      aria-expanded={isOpen}
      aria-level={1}
      aria-current={isMarked || undefined}
      className={look.join(' ')}
      style={gridColumns(columns.length)}
      onClick={() => hasMarkedText() || onToggle(rowKey)}
    >
      <div
        role="gridcell"
        className={styles.level}
        style={{ borderLeftColor: levelColor(theme, row.level) }}
      >
        {levelText(row.level)}
      </div>
      <div role="gridcell" className={styles.time} title={exactTime(row)}>
        {dateTimeFormat(row.timeMs, { format: TIME_FORMAT })}
      </div>
      {columns.map((name) => (
        <div key={name} role="gridcell" className={styles.column} title={row.labels[name]}>
          {row.labels[name] ?? ''}
        </div>
      ))}
      <Line row={row} finder={props.finder} isWrapped={props.isWrapped} />
    </div>
  );
});
