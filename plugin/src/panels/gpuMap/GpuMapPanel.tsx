import type { PanelProps } from '@grafana/data';
import type { GpuMapOptions } from './options.js';

export function GpuMapPanel({ data }: PanelProps<GpuMapOptions>) {
  return <div>{data.series.length}</div>;
}
