import type { PanelProps } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { identityColors } from '../shared/identity.js';
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
  const theme = useTheme2();
  const [tenant, choose] = useState<string>();
  const cells = useMemo(() => cellsOf(nodes), [nodes]);
  const tenants = useMemo(() => tenantsOf(cells), [cells]);
  const tenantColor = useMemo(
    () =>
      identityColors(
        theme,
        tenants.map(({ tenant: name }) => name),
      ),
    [theme, tenants],
  );
  const { items, toggle } = useItems(nodes, options.group ?? 'auto');
  const layout = useMemo(() => mapLayout({ width, height }, nodes), [width, height, nodes]);
  const urlTo = useMemo(() => urlsFrom(timeRange), [timeRange]);
  return (
    <div className={styles.box} style={{ width, height }}>
      <MapGrid {...{ items, layout, urlTo, tenantColor, tenant }} onToggle={toggle} />
      <Legend
        counts={countCells(cells)}
        tenants={tenants.slice(0, TENANTS_IN_LEGEND)}
        colorOf={tenantColor}
        chosen={tenant}
        onChoose={choose}
      />
    </div>
  );
}
