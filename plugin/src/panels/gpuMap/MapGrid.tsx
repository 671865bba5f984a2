import { t } from '@grafana/i18n';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { useCallback, useMemo } from 'react';
import type { UrlTo } from '../shared/links.js';
import type { NodePlace } from '../shared/nodeNames.js';
import { useGrid } from '../shared/useGrid.js';
import { CellUnder } from './CellUnder.js';
import { cellColors } from './colors.js';
import type { MapItem } from './items.js';
import { lengthsOf } from './items.js';
import type { MapLayout } from './layout.js';
import { MapLine } from './MapLine.js';
import { getStyles } from './styles.js';
import { useLines } from './useLines.js';

export interface MapGridProps {
  readonly items: readonly MapItem[];
  readonly layout: MapLayout;
  readonly urlTo: UrlTo;
  readonly tenantColor: (tenant: string) => string;
  /** The tenant to be picked out; undefined for all. */
  readonly tenant: string | undefined;
  /** What a node is called on this map. */
  readonly nodeName: (place: NodePlace) => string;
  readonly onToggle: (group: string) => void;
}

/** The lines of the map that are in sight, for pointer and keys. */
export function MapGrid(props: MapGridProps) {
  const { items, layout, urlTo, tenantColor, tenant, nodeName, onToggle } = props;
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const colorsOf = useMemo(() => cellColors(theme, tenantColor), [theme, tenantColor]);
  const lengths = useMemo(() => lengthsOf(items), [items]);
  const { scroll, lines } = useLines(items, layout);
  const scrollTo = useCallback((row: number) => lines.scrollToIndex(row), [lines]);
  const { active, pointed, idOf, gridProps } = useGrid(lengths, scrollTo);
  return (
    <>
      <div
        {...gridProps}
        ref={scroll}
        className={styles.scroll}
        aria-label={t('panels.map.name', 'GPUs by node')}
        aria-rowcount={items.length}
      >
        <div role="presentation" className={styles.canvas} style={{ height: lines.getTotalSize() }}>
          {lines.getVirtualItems().map(({ index, start, size }) => (
            <div
              key={index}
              role="row"
              aria-rowindex={index + 1}
              className={styles.line}
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              <MapLine
                item={items[index]}
                row={index}
                active={active?.row === index ? active.column : undefined}
                {...{ idOf, layout, colorsOf, urlTo, tenant, nodeName, styles, onToggle }}
              />
            </div>
          ))}
        </div>
      </div>
      {pointed !== undefined && <CellUnder {...{ pointed, items, nodeName }} />}
    </>
  );
}
