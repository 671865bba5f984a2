import type { ReactNode } from 'react';
import { t } from '@grafana/i18n';
import { ErrorBoundaryAlert } from '@grafana/ui';
import type { PageId } from '../links/pageUrl.js';

/** Says of a page that fails to load or to be drawn that it does, and what may help; other pages go on. */
export function Broken({
  page,
  children,
}: {
  readonly page: PageId | undefined;
  readonly children: ReactNode;
}) {
  const title = t(
    'nav.broken',
    'This page could not be shown. The app may have been updated meanwhile: load it anew.',
  );
  return (
    <ErrorBoundaryAlert title={title} dependencies={[page]} boundaryName="gpuscope-app-page">
      {children}
    </ErrorBoundaryAlert>
  );
}
