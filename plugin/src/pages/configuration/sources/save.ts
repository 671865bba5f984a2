import { getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import type { AppSettings } from '../../../settings/appSettings.js';

const ADDRESS = '/api/plugins/gpuscope-app/settings';

/** What Grafana keeps of an app. */
interface Kept {
  readonly enabled?: boolean;
  readonly pinned?: boolean;
  readonly jsonData?: Readonly<Record<string, unknown>> | null;
}

async function fetched(): Promise<Kept> {
  const { data } = await lastValueFrom(
    getBackendSrv().fetch<Kept>({ url: ADDRESS, method: 'GET', showErrorAlert: false }),
  );
  return data;
}

/**
 * Keeps the choice in Grafana; whatever else is kept of the app stays as it is. A choice that is left out is forgotten.
 *
 * @throws what Grafana answered, as its fetch does
 */
export async function saveSettings(settings: AppSettings): Promise<void> {
  const { enabled = true, pinned = true, jsonData } = await fetched();
  const known: AppSettings = {
    metricsUid: settings.metricsUid,
    logsUid: settings.logsUid,
    eventsUid: settings.eventsUid,
    tracesUid: settings.tracesUid,
    prices: settings.prices,
  };
  await lastValueFrom(
    getBackendSrv().fetch({
      url: ADDRESS,
      method: 'POST',
      data: { enabled, pinned, jsonData: { ...jsonData, ...known } },
      showErrorAlert: false,
    }),
  );
}

const textIn = (value: unknown, key: string): string => {
  const text =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : '';
  return typeof text === 'string' ? text : '';
};

/** What went wrong with a call to Grafana, in its words; empty where it has none. */
export function reasonOf(error: unknown): string {
  if (typeof error === 'string') return error;
  const data: unknown =
    typeof error === 'object' && error !== null && 'data' in error && error.data;
  return textIn(data, 'message') || textIn(error, 'message') || textIn(error, 'statusText');
}
