import type { TimeZone } from '@grafana/data';
import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { memo } from 'react';
import { exactTime } from './exactTime.js';
import { fold } from './fold.js';
import { levelColor, levelText } from './levels.js';
import { LineText } from './LineText.js';
import type { LogRow } from './row.js';
import { MOST_IN_ROW, shortened } from './shortened.js';
import { gridColumns, rowStyles } from './styles.js';
import { visible } from './visible.js';

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
  /** Left out: the reader's own. */
  readonly timeZone: TimeZone | undefined;
  readonly onToggle: (rowKey: string) => void;
}

const hasMarkedText = (): boolean => (window.getSelection()?.toString() ?? '') !== '';

/** How many lines are folded away. */
const moreText = (lines: number): string =>
  lines === 1
    ? t('lines.oneMore', '1 more line')
    : t('lines.more', '{{lines}} more lines', { lines });

const TIME_FORMAT = 'YYYY-MM-DD HH:mm:ss.SSS';
const NO_TIME = '–';

function Time({ row, timeZone }: Pick<LineRowProps, 'row' | 'timeZone'>) {
  const styles = useStyles2(rowStyles);
  const exact = exactTime(row);
  return (
    <div role="gridcell" className={styles.time} title={exact}>
      {exact === '' ? NO_TIME : dateTimeFormat(row.timeMs, { format: TIME_FORMAT, timeZone })}
    </div>
  );
}

/** Own names only: a label may be called as what every object has. */
const labelOf = ({ labels }: LogRow, name: string): string =>
  visible(Object.hasOwn(labels, name) ? (labels[name] ?? '') : '');

function Line({ row, finder, isWrapped }: Pick<LineRowProps, 'row' | 'finder' | 'isWrapped'>) {
  const styles = useStyles2(rowStyles);
  const { first, more } = fold(row.line);
  return (
    <div role="gridcell" className={isWrapped ? styles.wrapped : styles.cut}>
      <LineText text={shortened(first, MOST_IN_ROW)} finder={finder} />
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
      <Time row={row} timeZone={props.timeZone} />
      {columns.map((name) => (
        <div key={name} role="gridcell" className={styles.column} title={labelOf(row, name)}>
          {labelOf(row, name)}
        </div>
      ))}
      <Line row={row} finder={props.finder} isWrapped={props.isWrapped} />
    </div>
  );
});
