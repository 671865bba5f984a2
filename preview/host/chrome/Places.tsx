import { PluginContextProvider, urlUtil, type KeyValue } from '@grafana/data';
import { ErrorBoundaryAlert } from '@grafana/ui';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom-v5-compat';
import type { Choice } from '../choice/index.js';
import type { App } from '../plugins/app.js';
import { NoPlace } from './NoPlace.js';
import { pagesOf, startOf } from './pages.js';

interface PlacesProps {
  readonly app: App;
  readonly choice: Choice;
}

const ignore = (): void => undefined;

/** The app's own pages, drawn anew as the address changes. */
function AppPlace({ app: { plugin, meta } }: Pick<PlacesProps, 'app'>) {
  const { pathname, search } = useLocation();
  const Root = plugin.root;
  if (Root === undefined || Root === null) return null;
  const query = urlUtil.parseKeyValue(search.replace(/^\?/, '')) as KeyValue;
  return (
    <PluginContextProvider meta={meta}>
      <ErrorBoundaryAlert dependencies={[pathname]}>
        <Root
          meta={meta}
          basename={`/a/${meta.id}`}
          onNavChanged={ignore}
          query={query}
          path={pathname}
        />
      </ErrorBoundaryAlert>
    </PluginContextProvider>
  );
}

/** What lies at which address: the app below its own, a word of explanation at Grafana's. */
export function Places({ app, choice }: PlacesProps) {
  const { meta } = app;
  const start = startOf(meta, pagesOf(meta));
  const { search } = useLocation();
  return (
    <Routes>
      <Route path={`/a/${meta.id}`} element={<Navigate replace to={`${start}${search}`} />} />
      <Route path={`/a/${meta.id}/*`} element={<AppPlace app={app} />} />
      <Route path="/" element={<Navigate replace to={`${start}${search}`} />} />
      <Route path="*" element={<NoPlace choice={choice} start={start} />} />
    </Routes>
  );
}
