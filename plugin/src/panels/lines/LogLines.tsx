import type { TimeZone } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useCallback, useEffect, useId, useMemo, useRef } from 'react';
import type { LineActions } from './actions.js';
import { finderOf } from './highlight.js';
import { LineDetails } from './LineDetails.js';
import { LineRow } from './LineRow.js';
import type { LogRow } from './row.js';
import { gridColumns, listStyles } from './styles.js';
import type { LineKeys } from './useLineKeys.js';
import { useKeptPlace } from './useKeptPlace.js';
import { useLineKeys } from './useLineKeys.js';

export interface LogLinesProps {
  /** Drawn in this order. */
  readonly rows: readonly LogRow[];
  /** Expressions of the words that were searched for. */
  readonly searchWords?: readonly string[];
  /** Labels that get a column of their own. */
  readonly columns?: readonly string[];
  readonly isWrapped?: boolean;
  /** Whose clock the times are by; left out: the reader's own. */
  readonly timeZone?: TimeZone;
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
const OVERSCAN = 10;

const estimateSize = (): number => ROW_HEIGHT;

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
    <div role="row" className={styles.head} style={gridColumns(columns.length)}>
      {[...names, t('lines.head.line', 'Line')].map((name) => (
        <div key={name} role="columnheader">
          {name}
        </div>
      ))}
    </div>
  );
}

interface Drawn {
  readonly row: LogRow;
  readonly rowKey: string;
  readonly place: number;
}

/** A line, and what is opened below it. */
function Item({ drawn, list, keys }: { drawn: Drawn; list: Drawing; keys: LineKeys }) {
  const { row, rowKey, place } = drawn;
  const { columns, finder, isWrapped, timeZone, actions, name } = list;
  const isOpen = keys.open.has(rowKey);
  return (
    <>
      <LineRow
        {...{ row, rowKey, columns, finder, isWrapped, timeZone, isOpen }}
        domId={`${name}${place}`}
        place={place + 1}
        isActive={rowKey === keys.active}
        isMarked={row.id !== '' && row.id === list.markedId}
        onToggle={keys.onToggle}
      />
      {isOpen && <LineDetails row={row} finder={finder} actions={actions} />}
    </>
  );
}

interface Drawing {
  readonly columns: readonly string[];
  readonly finder: RegExp | undefined;
  readonly isWrapped: boolean;
  readonly timeZone: TimeZone | undefined;
  readonly actions: LineActions;
  readonly markedId: string | undefined;
  /** What the ids of its rows begin with. */
  readonly name: string;
}

function useDrawing(props: LogLinesProps): Drawing {
  const { searchWords = NONE, columns = NONE, isWrapped = true, actions = NO_ACTIONS } = props;
  const name = useId();
  const finder = useMemo(() => finderOf(searchWords), [searchWords]);
  const { markedId, timeZone } = props;
  return { columns, finder, isWrapped, timeZone, actions, markedId, name };
}

/** Rows of a list, as many as are in sight. */
function useRows(keys: readonly string[], list: RefObject<HTMLDivElement>) {
  // The same function as long as the rows are the same: for a new one all rows are measured anew.
  const getItemKey = useCallback((at: number) => keys[at] ?? at, [keys]);
  return useVirtualizer({
    count: keys.length,
    getScrollElement: () => list.current,
    estimateSize,
    overscan: OVERSCAN,
    scrollPaddingStart: ROW_HEIGHT,
    getItemKey,
    useFlushSync: false,
  });
}

/** Log lines: ten thousand as well as ten, since only those in sight are drawn. */
export function LogLines(props: LogLinesProps) {
  const { rows, markedId } = props;
  const styles = useStyles2(listStyles);
  const list = useRef<HTMLDivElement>(null);
  const drawing = useDrawing(props);
  const keys = useMemo(() => keysOf(rows), [rows]);
  const places = useMemo(() => new Map(keys.map((key, at) => [key, at])), [keys]);
  const drawn = useRows(keys, list);
  const lineKeys = useLineKeys(keys, (at) => drawn.scrollToIndex(at));
  const active = lineKeys.active === undefined ? undefined : places.get(lineKeys.active);
  const marked = markedId === undefined ? -1 : rows.findIndex(({ id }) => id === markedId);
  useKeptPlace(drawn, keys, places);
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
      aria-activedescendant={active === undefined ? undefined : `${drawing.name}${active}`}
      className={styles.list}
      onKeyDown={lineKeys.onKeyDown}
    >
      <Head columns={drawing.columns} />
      <div role="rowgroup" className={styles.body} style={{ height: drawn.getTotalSize() }}>
        {drawn.getVirtualItems().map(({ index: place, key, start }) => {
          const row = rows[place];
          const rowKey = keys[place];
          if (row === undefined || rowKey === undefined) return null;
          return (
            <div
              key={key}
              ref={drawn.measureElement}
              data-index={place}
              role="presentation"
              className={styles.item}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Item drawn={{ row, rowKey, place }} list={drawing} keys={lineKeys} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
