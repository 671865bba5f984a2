import { cacheFieldDisplayNames, type PanelProps } from '@grafana/data';
import type { TableCellHeight, TableSortByFieldState } from '@grafana/schema';
import { usePanelContext } from '@grafana/ui';
import { TableNG } from '@grafana/ui/unstable';
import { useMemo } from 'react';
import { NoData } from '../shared/NoData.js';
import { withWidth } from './widths.js';

export interface Options {
  readonly showHeader: boolean;
  readonly cellHeight: TableCellHeight;
  readonly frameIndex: number;
  readonly sortBy: TableSortByFieldState[];
  readonly showTypeIcons: boolean;
  readonly enablePagination: boolean;
}

/** The first frame, or the one that is chosen, as a table. */
export function TablePanel(props: PanelProps<Options>) {
  const { data, options, width, height, fieldConfig, timeRange } = props;
  const { onAddAdHocFilter } = usePanelContext();
  // Columns are headed by what they are called, which is found out once for all.
  useMemo(() => cacheFieldDisplayNames(data.series), [data.series]);
  const frame = data.series[options.frameIndex] ?? data.series[0];
  if (frame === undefined || frame.fields.length === 0) return <NoData />;
  return (
    <TableNG
      data={frame}
      width={width}
      height={height}
      noHeader={!options.showHeader}
      showTypeIcons={options.showTypeIcons}
      cellHeight={options.cellHeight}
      enablePagination={options.enablePagination}
      resizable
      initialSortBy={options.sortBy}
      onSortByChange={(sortBy) => props.onOptionsChange({ ...options, sortBy })}
      onColumnResize={(name, columnWidth) =>
        props.onFieldConfigChange(withWidth(fieldConfig, name, columnWidth))
      }
      {...(onAddAdHocFilter === undefined ? {} : { onCellFilterAdded: onAddAdHocFilter })}
      timeRange={timeRange}
      fieldConfig={fieldConfig}
      {...(data.structureRev === undefined ? {} : { structureRev: data.structureRev })}
    />
  );
}
