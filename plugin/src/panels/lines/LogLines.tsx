import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef } from 'react';
import type { LineActions } from './actions.js';
import { finderOf } from './highlight.js';
import { LineDetails } from './LineDetails.js';
import { LineRow } from './LineRow.js';
import type { LogRow } from './row.js';
import { gridColumns, listStyles } from './styles.js';
import { useLineKeys } from './useLineKeys.js';

export interface LogLinesProps {
  /** Drawn in this order. */
  readonly rows: readonly LogRow[];
  /** Expressions of the words that were searched for. */
  readonly searchWords?: readonly string[];
  /** Labels that get a column of their own. */
  readonly columns?: readonly string[];
  readonly isWrapped?: boolean;
  readonly actions?: LineActions;
  /** The id of the line that the others stand around. */
  readonly markedId?: string;
  /** What the list is called for who doesn't see it. */
  readonly label?: string;
}

const NONE: readonly string[] = [];
const NO_ACTIONS: LineActions = {};
const ROW_HEIGHT = 23;
/** Rows drawn beyond what is seen, on each side. */
const OVERSCAN = 15;

/** Lines of other sources may lack ids; a moment may have several. */
function keysOf(rows: readonly LogRow[]): readonly string[] {
  const seen = new Map<string, number>();
  return rows.map(({ id, timeMs }) => {
    const name = id === '' ? String(timeMs) : id;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return times === 0 ? name : `${name} ${times}`;
  });
}

function Head({ columns }: { readonly columns: readonly string[] }) {
  const styles = useStyles2(listStyles);
  const names = [t('lines.head.level', 'Level'), t('lines.head.time', 'Time'), ...columns];
  return (
    <div
      role="row"
      className={styles.head}
      style={{ gridTemplateColumns: gridColumns(columns.length) }}
    >
      {[...names, t('lines.head.line', 'Line')].map((name) => (
        <div key={name} role="columnheader">
          {name}
        </div>
      ))}
    </div>
  );
}

/** Log lines: ten thousand as well as ten, since only those in sight are drawn. */
export function LogLines(props: LogLinesProps) {
  const { rows, searchWords = NONE, columns = NONE, isWrapped = true } = props;
  const { actions = NO_ACTIONS, markedId } = props;
  const styles = useStyles2(listStyles);
  const list = useRef<HTMLDivElement>(null);
  const name = useId();
  const keys = useMemo(() => keysOf(rows), [rows]);
  const places = useMemo(() => new Map(keys.map((key, at) => [key, at])), [keys]);
  const finder = useMemo(() => finderOf(searchWords), [searchWords]);
  const drawn = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollPaddingStart: ROW_HEIGHT,
    getItemKey: (at) => keys[at] ?? at,
    useFlushSync: false,
  });
  const { active, open, onToggle, onKeyDown } = useLineKeys(keys, (at) => drawn.scrollToIndex(at));
  const activePlace = active === undefined ? undefined : places.get(active);
  const marked = markedId === undefined ? -1 : rows.findIndex(({ id }) => id === markedId);
  useEffect(() => {
    if (marked >= 0) drawn.scrollToIndex(marked, { align: 'center' });
    // Once for each marked line: more lines around it must not pull the reader back.
  }, [markedId, marked >= 0]);
  return (
    <div
      ref={list}
      role="treegrid"
      tabIndex={0}
      aria-label={props.label ?? t('lines.title', 'Log lines')}
      aria-rowcount={rows.length}
      aria-activedescendant={activePlace === undefined ? undefined : `${name}${activePlace}`}
      className={styles.list}
      onKeyDown={onKeyDown}
    >
      <Head columns={columns} />
      <div role="rowgroup" className={styles.body} style={{ height: drawn.getTotalSize() }}>
        {drawn.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          const rowKey = keys[index];
          if (row === undefined || rowKey === undefined) return null;
          const shown = { row, rowKey, columns, finder, isWrapped, onToggle };
          return (
            <div
              key={key}
              ref={drawn.measureElement}
              data-index={index}
              role="presentation"
              className={styles.item}
              style={{ transform: `translateY(${start}px)` }}
            >
              <LineRow
                {...shown}
                domId={`${name}${index}`}
                place={index + 1}
                isActive={rowKey === active}
                isOpen={open.has(rowKey)}
                isMarked={index === marked}
              />
              {open.has(rowKey) && <LineDetails row={row} finder={finder} actions={actions} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}
