import type { PanelProps } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { identityColors } from '../shared/identity.js';
import { urlsFrom } from '../shared/links.js';
import { nodeNames } from '../shared/nodeNames.js';
import type { MapNode } from './cell.js';
import { cellsOf, countCells } from './counts.js';
import { mapLayout } from './layout.js';
import { Legend } from './Legend.js';
import { MapGrid } from './MapGrid.js';
import type { GpuMapOptions } from './options.js';
import { getStyles } from './styles.js';
import { shownTenants, tenantsOf } from './tenants.js';
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
  const [chosen, choose] = useState<string>();
  const cells = useMemo(() => cellsOf(nodes), [nodes]);
  const tenants = useMemo(() => tenantsOf(cells), [cells]);
  // Who was picked out and holds nothing any more would leave the whole map faded.
  const tenant = tenants.some((one) => one.tenant === chosen) ? chosen : undefined;
  const tenantColor = useMemo(
    () =>
      identityColors(
        theme,
        tenants.map(({ tenant: name }) => name),
      ),
    [theme, tenants],
  );
  const { items, toggle } = useItems(nodes, options.group ?? 'auto');
  const nodeName = useMemo(() => nodeNames(nodes), [nodes]);
  const layout = useMemo(
    () => mapLayout({ width, height }, nodes, nodeName),
    [width, height, nodes, nodeName],
  );
  const urlTo = useMemo(() => urlsFrom(timeRange), [timeRange]);
  return (
    <div className={styles.box} style={{ width, height }}>
      <MapGrid {...{ items, layout, urlTo, tenantColor, tenant, nodeName }} onToggle={toggle} />
      <Legend
        counts={countCells(cells)}
        tenants={shownTenants(tenants, TENANTS_IN_LEGEND, tenant)}
        colorOf={tenantColor}
        chosen={tenant}
        onChoose={choose}
      />
    </div>
  );
}
