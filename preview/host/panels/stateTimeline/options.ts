import type { OptionsWithLegend, OptionsWithTooltip } from '@grafana/schema';

export interface Options extends OptionsWithLegend, OptionsWithTooltip {
  readonly showValue: 'auto' | 'always' | 'never';
  readonly mergeValues: boolean;
  readonly alignValue: 'left' | 'center' | 'right';
  /** Part of a row's height that its bar fills. */
  readonly rowHeight: number;
}
