import { lazy, Suspense } from 'react';
import { AppPlugin, type AppRootProps } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { Loading } from './app/Loading.js';
import pluginJson from './plugin.json';
import type { AppSettings } from './settings/appSettings.js';

// Not awaited here: an AMD module must answer at once. Grafana has loaded our own texts before it loads us.
const words = initPluginTranslations(pluginJson.id, [
  async (language) => (await import('./app/scenesWords.js')).scenesWords(language),
]);

const App = lazy(async () => {
  const [{ App: Loaded }] = await Promise.all([import('./app/App.js'), words]);
  return { default: Loaded };
});
const Root = (props: AppRootProps<AppSettings>) => (
  <Suspense fallback={<Loading />}>
    <App {...props} />
  </Suspense>
);

export const plugin = new AppPlugin<AppSettings>().setRootPage(Root);
