import type { TestDataSourceResponse } from '@grafana/data';
import { t } from '@grafana/i18n';
import { HealthCheckError } from '@grafana/runtime';
import { inReadersWords } from './said/inLanguage.js';
import { readSaid } from './said/readSaid.js';

/** One thing that the backend looked at, and how to mend it where it is not well. */
export interface HealthItem {
  readonly state: 'ok' | 'warning' | 'error' | 'info';
  readonly text: string;
  readonly remedy?: string;
}

/** What a health check answered, whatever of it is there. */
export interface Health {
  readonly isWell: boolean;
  readonly message: string;
  readonly items: readonly HealthItem[];
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** In the reader's language where the backend says which text it is. */
function wordsOf(said: unknown, text: unknown): string {
  const known = readSaid(said);
  return known === undefined ? textOf(text) : inReadersWords(known);
}

const isState = (value: unknown): value is HealthItem['state'] =>
  value === 'ok' || value === 'warning' || value === 'error' || value === 'info';

function itemOf(value: unknown): readonly HealthItem[] {
  if (!isObject(value)) return [];
  const text = wordsOf(value.said, value.text);
  const remedy = wordsOf(value.remedySaid, value.remedy);
  const state = isState(value.state) ? value.state : 'info';
  return text === '' ? [] : [{ state, text, ...(remedy === '' ? {} : { remedy }) }];
}

/** Reads the answer of a health check; a backend that died answers with nothing at all. */
export function readHealth(answer: unknown): Health {
  if (!isObject(answer)) {
    return { isWell: false, message: t('health.silent', 'The plugin did not answer.'), items: [] };
  }
  const details = isObject(answer.details) ? answer.details : {};
  return {
    isWell: answer.status === 'OK',
    message:
      wordsOf(details.said, answer.message) || t('health.wordless', 'The plugin gave no reason.'),
    items: Array.isArray(details.checks) ? details.checks.flatMap(itemOf) : [],
  };
}

const SIGNS: Readonly<Record<HealthItem['state'], string>> = {
  ok: '✓',
  info: '·',
  warning: '!',
  error: '✗',
};

/** The items as text, one a line, what is to be done below what is wrong. */
export const healthText = ({ items }: Health): string =>
  items
    .flatMap(({ state, text, remedy }) => [
      `${SIGNS[state]} ${text}`,
      ...(remedy === undefined ? [] : [`    → ${remedy}`]),
    ])
    .join('\n');

/** @throws {Error} as Grafana's page of the data source wants it, where not all is well */
export function testResult(health: Health): TestDataSourceResponse {
  const { message } = health;
  const verboseMessage = healthText(health);
  const details = verboseMessage === '' ? {} : { verboseMessage };
  if (!health.isWell) {
    const failure = { status: 'error', message, error: new HealthCheckError(message, details) };
    throw Object.assign(new Error(message), failure);
  }
  return { status: 'success', message, details };
}
