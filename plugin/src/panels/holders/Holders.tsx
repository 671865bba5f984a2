import type { PanelProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { identityColors } from '../shared/identity.js';
import { urlsFrom } from '../shared/links.js';
import { nodeNames } from '../shared/nodeNames.js';
import { useGrid } from '../shared/useGrid.js';
import { Axis } from './Axis.js';
import { BarTip } from './BarTip.js';
import type { Lane, Span } from './lane.js';
import { appKey } from './lane.js';
import { LaneLine } from './LaneLine.js';
import { holdersLayout, laneHeight } from './layout.js';
import type { HoldersOptions } from './options.js';
import { getStyles } from './styles.js';
import { ticksOf } from './ticks.js';
import { laneName } from './words.js';

type HoldersProps = Pick<
  PanelProps<HoldersOptions>,
  'width' | 'height' | 'timeRange' | 'timeZone'
> & {
  readonly lanes: readonly Lane[];
  readonly range: Span;
};

function useLanes(lanes: readonly Lane[]) {
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lanes.length,
    getScrollElement: () => scroll.current,
    estimateSize: (row) => (lanes[row] === undefined ? 0 : laneHeight(lanes[row])),
    overscan: 6,
  });
  // Heights were reckoned for other lanes.
  useLayoutEffect(() => rows.measure(), [rows, lanes]);
  return { scroll, rows };
}

const appsOf = (lanes: readonly Lane[]): readonly string[] =>
  lanes.flatMap(({ bars }) => bars.map(({ holder }) => appKey(holder)));

/** What lanes are called: by their node, too, where there are several. */
function named(lanes: readonly Lane[]) {
  const nodeName = nodeNames(lanes);
  const hasSeveral = new Set(lanes.map(nodeName)).size > 1;
  return {
    nodeName,
    names: lanes.map((lane) => laneName(lane, hasSeveral ? nodeName(lane) : '')),
  };
}

/** A lane per device, drawn only where it is in sight, and the times below them. */
export function Holders({ lanes, range, width, height, timeRange, timeZone }: HoldersProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const { nodeName, names } = useMemo(() => named(lanes), [lanes]);
  const layout = useMemo(() => holdersLayout(width, names), [width, names]);
  const ticks = useMemo(
    () => ticksOf(range, layout.plotWidth, timeZone),
    [range, layout, timeZone],
  );
  const urlTo = useMemo(() => urlsFrom(timeRange), [timeRange]);
  const colorOf = useMemo(() => identityColors(theme, appsOf(lanes)), [theme, lanes]);
  const lengths = useMemo(() => lanes.map(({ bars }) => bars.length + 1), [lanes]);
  const { scroll, rows } = useLanes(lanes);
  const scrollTo = useCallback((row: number) => rows.scrollToIndex(row), [rows]);
  const { active, pointed, idOf, gridProps } = useGrid(lengths, scrollTo);
  const shared = { range, timeZone, ticks, layout, idOf, urlTo, colorOf, styles };
  return (
    <div className={styles.box} style={{ width, height }}>
      <div
        {...gridProps}
        ref={scroll}
        className={styles.scroll}
        aria-label={t('panels.holders.name', 'Who held which GPU when')}
        aria-rowcount={lanes.length}
      >
        <div role="presentation" className={styles.canvas} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start, size }) => (
            <div
              key={index}
              role="row"
              aria-rowindex={index + 1}
              className={styles.line}
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              {lanes[index] !== undefined && (
                <LaneLine
                  {...shared}
                  lane={lanes[index]}
                  name={names[index] ?? ''}
                  row={index}
                  active={active?.row === index ? active.column : undefined}
                />
              )}
            </div>
          ))}
        </div>
      </div>
      <Axis ticks={ticks} range={range} layout={layout} styles={styles} />
      {pointed !== undefined && <BarTip {...{ pointed, lanes, nodeName, timeZone }} />}
    </div>
  );
}
