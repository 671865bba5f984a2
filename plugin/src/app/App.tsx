import { Suspense } from 'react';
import { useLocation } from 'react-router-dom';
import type { AppRootProps } from '@grafana/data';
import { registerPanels } from '../panels/index.js';
import { Unknown } from '../pages/Unknown.js';
import type { AppSettings } from '../settings/appSettings.js';
import { SettingsProvider } from '../settings/settingsContext.js';
import { Broken } from './Broken.js';
import { Loading } from './Loading.js';
import { pageOf } from './pageOf.js';
import { pages } from './pages.js';
import { useEscapeBack } from './useEscapeBack.js';

registerPanels();

/** The app: the page that the address names. */
export function App({ meta }: AppRootProps<AppSettings>) {
  const { pathname, search } = useLocation();
  const page = pageOf(pathname);
  const Page = page && pages[page];
  useEscapeBack(page, `${pathname}${search}`);
  return (
    <SettingsProvider settings={meta.jsonData}>
      {Page === undefined ? (
        <Unknown />
      ) : (
        <Broken page={page}>
          <Suspense fallback={<Loading />}>
            <Page key={page} />
          </Suspense>
        </Broken>
      )}
    </SettingsProvider>
  );
}
