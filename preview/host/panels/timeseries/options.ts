import type { OptionsWithLegend, OptionsWithTooltip } from '@grafana/schema';

export interface Options extends OptionsWithLegend, OptionsWithTooltip {}
