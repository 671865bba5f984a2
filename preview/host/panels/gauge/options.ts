import type { SingleStatBaseOptions } from '@grafana/schema';

export interface Options extends SingleStatBaseOptions {
  readonly showThresholdMarkers: boolean;
  readonly showThresholdLabels: boolean;
  readonly minVizWidth: number;
  readonly minVizHeight: number;
}
