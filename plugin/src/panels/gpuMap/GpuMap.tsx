import type { PanelProps } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { urlsFrom } from '../shared/links.js';
import type { MapNode } from './cell.js';
import { cellsOf, countCells } from './counts.js';
import { mapLayout } from './layout.js';
import { Legend } from './Legend.js';
import { MapGrid } from './MapGrid.js';
import type { GpuMapOptions } from './options.js';
import { getStyles } from './styles.js';
import { tenantsOf } from './tenants.js';
import { useItems } from './useItems.js';

/** Further tenants are told on hover only. */
const TENANTS_IN_LEGEND = 8;

type GpuMapProps = Pick<PanelProps<GpuMapOptions>, 'options' | 'width' | 'height' | 'timeRange'> & {
  readonly nodes: readonly MapNode[];
};

/** Every device of every node, and what its colours and signs mean. */
export function GpuMap({ nodes, options, width, height, timeRange }: GpuMapProps) {
  const styles = useStyles2(getStyles);
  const [tenant, choose] = useState<string>();
  const cells = useMemo(() => cellsOf(nodes), [nodes]);
  const { items, toggle } = useItems(nodes, options.group ?? 'auto');
  const mostBoards = Math.max(...nodes.map(({ boards }) => boards.length));
  const layout = useMemo(
    () => mapLayout(width, mostBoards, nodes.length),
    [width, mostBoards, nodes.length],
  );
  const urlTo = useMemo(() => urlsFrom(timeRange), [timeRange]);
  return (
    <div className={styles.box} style={{ width, height }}>
      <MapGrid items={items} layout={layout} urlTo={urlTo} tenant={tenant} onToggle={toggle} />
      <Legend
        counts={countCells(cells)}
        tenants={tenantsOf(cells).slice(0, TENANTS_IN_LEGEND)}
        chosen={tenant}
        onChoose={choose}
      />
    </div>
  );
}
