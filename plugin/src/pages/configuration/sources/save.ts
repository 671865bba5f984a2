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

/** What went wrong with a call to Grafana, in its words. */
export function reasonOf(error: unknown): string {
  const { data, message, statusText } = error as {
    readonly data?: { readonly message?: string };
    readonly message?: string;
    readonly statusText?: string;
  };
  return data?.message ?? message ?? statusText ?? '';
}
