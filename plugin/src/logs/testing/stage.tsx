import type { DataSourceSrv } from '@grafana/runtime';
import { config, locationService, setDataSourceSrv } from '@grafana/runtime';
import { act, configure, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { SettingsProvider } from '../../settings/settingsContext.js';
import { WithLocation } from '../../testing/location.js';
import { LogsPage } from '../LogsPage.js';
import type { Backend } from './source.js';
import { sourceOf } from './source.js';

// Drawing all of Grafana's parts takes its time where others work beside us.
configure({ asyncUtilTimeout: 30_000 });

const SETTINGS = { uid: 'logs', type: 'gpuscope-logs-datasource', name: 'logs', meta: {} };

/** Draws the page Logs in as much of Grafana as it asks for. */
export async function stage(url: string, backend: Backend = {}, hasSource = true) {
  const bootData = { user: { orgRole: 'Admin', isGrafanaAdmin: false, timezone: 'utc' } };
  Object.assign(config, { bootData: { ...bootData, settings: {}, navTree: [] } });
  locationService.replace(`/a/gpuscope-app/logs${url}`);
  const made = sourceOf(backend);
  setDataSourceSrv({
    get: () => Promise.resolve(made.source),
    getInstanceSettings: () => SETTINGS,
    getList: () => (hasSource ? [SETTINGS] : []),
  } as unknown as DataSourceSrv);
  const user = userEvent.setup();
  render(
    <WithLocation>
      <SettingsProvider settings={{}}>
        <LogsPage />
      </SettingsProvider>
    </WithLocation>,
  );
  await act(async () => {
    await Promise.resolve();
  });
  return { ...made, user, params: () => locationService.getSearch() };
}
