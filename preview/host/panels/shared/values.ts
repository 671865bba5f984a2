import { getFieldDisplayValues, type FieldDisplay, type PanelProps } from '@grafana/data';
import { config } from '@grafana/runtime';
import type { SingleStatBaseOptions } from '@grafana/schema';

type Numbers = Pick<
  PanelProps<SingleStatBaseOptions>,
  'data' | 'options' | 'fieldConfig' | 'replaceVariables' | 'timeZone'
>;

/** The numbers that a panel of numbers shows: one for each field, or each row. */
export function displayValues(
  { data, options, fieldConfig, replaceVariables, timeZone }: Numbers,
  sparkline = false,
): FieldDisplay[] {
  return getFieldDisplayValues({
    fieldConfig,
    reduceOptions: options.reduceOptions,
    replaceVariables,
    theme: config.theme2,
    data: data.series,
    sparkline,
    timeZone,
  });
}

/** What a number panel reduces a series to when its options don't say. */
export const LAST = { values: false, calcs: ['lastNotNull'], fields: '' };
