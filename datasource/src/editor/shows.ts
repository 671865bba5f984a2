import { CoreApp } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { Show } from '../../shared/query.js';

/** Whether the answer is turned into alerts, so that only numbers will do. */
export const isAlerting = (app: CoreApp | string | undefined): boolean =>
  app === CoreApp.UnifiedAlerting || app === CoreApp.CloudAlerting;

interface ShowOption {
  readonly value: Show;
  readonly label: string;
  readonly description: string;
}

/** What can be shown, in words. Context is asked only from a line, so it isn't offered. */
export function showOptions(needsNumbers: boolean): ShowOption[] {
  const lines: ShowOption = {
    value: 'lines',
    label: t('show.lines', 'Lines'),
    description: t('show.linesHelp', 'What was said'),
  };
  const numbers: ShowOption[] = [
    {
      value: 'volume',
      label: t('show.volume', 'Volume'),
      description: t('show.volumeHelp', 'How many lines over time, by level'),
    },
    {
      value: 'counts',
      label: t('show.counts', 'Counts'),
      description: t('show.countsHelp', 'How many lines, by app, pod or any field'),
    },
    {
      value: 'rates',
      label: t('show.rates', 'Rates'),
      description: t('show.ratesHelp', 'Lines a second, by app, pod or any field'),
    },
  ];
  return needsNumbers ? numbers : [lines, ...numbers];
}
