import { t } from '@grafana/i18n';
import { getBackendSrv, getDataSourceSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import { reasonOf } from '../sources/save.js';
import type { Finding } from './check.js';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const STATES: readonly Finding['state'][] = ['ok', 'warning', 'error', 'info'];

/** One of the things that the log source's backend looked at. */
function partOf(value: unknown): readonly Finding[] {
  if (!isObject(value) || textOf(value.text) === '') return [];
  const remedy = textOf(value.remedy);
  return [
    {
      state: STATES.find((state) => state === value.state) ?? 'info',
      text: textOf(value.text),
      ...(remedy === '' ? {} : { remedy }),
    },
  ];
}

const silent = (): string => t('config.checks.silent', 'It did not answer');

/** Reads the answer to Grafana's question after a data source's health, with its parts where it tells them. */
export function readHealth(answer: unknown): readonly Finding[] {
  const { status, message, details } = isObject(answer) ? answer : {};
  const isWell = status === 'OK';
  const parts = isObject(details) && Array.isArray(details.checks) ? details.checks : [];
  const whole: Finding = {
    state: isWell ? 'ok' : 'error',
    text: textOf(message) || (isWell ? t('config.checks.well', 'It answers') : silent()),
  };
  return [whole, ...parts.flatMap(partOf)];
}

/** A source that tells its health in the reader's language: ours of logs. */
interface Telling {
  readHealth(answer: unknown): {
    readonly isWell: boolean;
    readonly message: string;
    readonly items: readonly Finding[];
  };
}

const isTelling = (source: unknown): source is Telling =>
  isObject(source) && typeof source.readHealth === 'function';

/** What a source's backend answered, in the source's own words where it has some. */
async function tell(uid: string, answer: unknown): Promise<readonly Finding[]> {
  const source: unknown = await getDataSourceSrv()
    .get({ uid })
    .catch(() => undefined);
  if (!isTelling(source)) return readHealth(answer);
  const { isWell, message, items } = source.readHealth(answer);
  return [{ state: isWell ? 'ok' : 'error', text: message }, ...items];
}

/** Asks Grafana after a data source's health. */
export async function runHealthCheck(uid: string): Promise<readonly Finding[]> {
  const url = `/api/datasources/uid/${encodeURIComponent(uid)}/health`;
  try {
    const { data } = await lastValueFrom(
      getBackendSrv().fetch({ url, method: 'GET', showErrorAlert: false }),
    );
    return await tell(uid, data);
  } catch (error) {
    const { data } = error as { readonly data?: unknown };
    return isObject(data) && 'status' in data
      ? tell(uid, data)
      : [{ state: 'error', text: reasonOf(error) || silent() }];
  }
}
