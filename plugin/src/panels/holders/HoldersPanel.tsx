import type { PanelProps } from '@grafana/data';
import type { HoldersOptions } from './options.js';

export function HoldersPanel({ data }: PanelProps<HoldersOptions>) {
  return <div>{data.series.length}</div>;
}
