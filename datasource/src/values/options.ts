import { t } from '@grafana/i18n';
import type { ComboboxOption } from '@grafana/ui';
import type { ValuesAnswer } from '../../shared/index.js';

type Option = ComboboxOption<string>;

const TOLD = '\u0000';

/** A row that says something and can't be chosen. */
const told = (text: string): Option => ({
  value: TOLD + text,
  label: text,
  infoOption: true,
});

/** Whether a row can be chosen; Grafana's lists let rows be clicked that only say something. */
export const isChoice = ({ value }: Option): boolean => !value.startsWith(TOLD);

const countText = (count: number): string =>
  t('options.lines', '{{lines}} lines', { lines: count.toLocaleString() });

/** What was found as rows of a list, with counts; what the list lacks is said at its end. */
export function optionsOf({ values, isCut, notices }: ValuesAnswer): Option[] {
  const rows = values.map(({ text, count }) => ({
    value: text,
    ...(count === undefined ? {} : { description: countText(count) }),
  }));
  const ending = isCut ? [t('options.cut', 'There are more: type how it begins')] : [];
  if (rows.length === 0 && notices.length === 0) return [];
  return [...rows, ...[...notices, ...ending].map(told)];
}

const messageOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return String(error);
  const { data, message } = error as { data?: { message?: unknown }; message?: unknown };
  const said = data?.message ?? message;
  return typeof said === 'string' && said !== '' ? said : t('options.silent', 'no reason given');
};

/** Why there is no list: names can still be typed. */
export const failedOptions = (error: unknown): Option[] => [
  told(
    t('options.failed', 'Could not be listed: {{reason}}', {
      reason: messageOf(error),
      interpolation: { escapeValue: false },
    }),
  ),
];

/** The dashboard's variables as rows, where there are any that the typed text begins. */
export const variableOptions = (names: readonly string[], typed: string): Option[] =>
  names
    .map((name) => `$${name}`)
    .filter((text) => text.startsWith(typed))
    .map((value) => ({ value, description: t('options.variable', 'Variable') }));
