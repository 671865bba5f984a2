import type { PanelProps } from '@grafana/data';
import type { RingOptions } from './options.js';

export function RingPanel({ data }: PanelProps<RingOptions>) {
  return <div>{data.series.length}</div>;
}
