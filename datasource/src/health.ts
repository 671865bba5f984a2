import { t } from '@grafana/i18n';

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

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

function stateOf(item: Json): HealthItem['state'] {
  const said = item.state ?? item.status ?? item.severity;
  if (said === 'ok' || said === 'warning' || said === 'error' || said === 'info') return said;
  const isWell = item.ok ?? item.isWell;
  if (isWell === true) return 'ok';
  return isWell === false ? 'error' : 'info';
}

function itemOf(value: unknown): readonly HealthItem[] {
  if (typeof value === 'string') return value === '' ? [] : [{ state: 'info', text: value }];
  if (!isObject(value)) return [];
  const name = textOf(value.name ?? value.title);
  const said = textOf(value.text ?? value.message ?? value.value);
  const text = [name, said].filter((part) => part !== '').join(': ');
  const remedy = textOf(value.remedy ?? value.mend ?? value.fix);
  return text === '' ? [] : [{ state: stateOf(value), text, ...(remedy === '' ? {} : { remedy }) }];
}

/** Reads the answer of a health check; a backend that died answers with nothing at all. */
export function readHealth(answer: unknown): Health {
  if (!isObject(answer)) {
    return { isWell: false, message: t('health.silent', 'The plugin did not answer.'), items: [] };
  }
  const details = isObject(answer.details) ? answer.details : {};
  const listed = details.checks ?? details.items;
  return {
    isWell: answer.status === 'OK',
    message: textOf(answer.message) || t('health.wordless', 'The plugin gave no reason.'),
    items: Array.isArray(listed) ? listed.flatMap(itemOf) : [],
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
