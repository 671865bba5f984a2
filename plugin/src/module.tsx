import { lazy, Suspense } from 'react';
import { AppPlugin, type AppRootProps } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { Loading } from './app/Loading.js';
import pluginJson from './plugin.json';
import type { AppSettings } from './settings/appSettings.js';

// Not awaited: an AMD module must answer at once, and Grafana has loaded our texts before it loads us.
void initPluginTranslations(pluginJson.id);

const App = lazy(async () => ({ default: (await import('./app/App.js')).App }));
const Root = (props: AppRootProps<AppSettings>) => (
  <Suspense fallback={<Loading />}>
    <App {...props} />
  </Suspense>
);

export const plugin = new AppPlugin<AppSettings>().setRootPage(Root);
