import type { ReactNode } from 'react';
import { PluginPage } from '@grafana/runtime';
import { useLocation } from 'react-router-dom';
import type { PageId } from '../links/pageUrl.js';
import { navOf } from './nav.js';

interface Props {
  readonly page: PageId;
  /** Left out: the page's own. */
  readonly title?: string;
  readonly subTitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page in Grafana's frame: its heading, the way back above it, and the browser's title. */
export function Frame({ page, title, subTitle, actions, children }: Props) {
  const { search } = useLocation();
  return (
    <PluginPage pageNav={navOf(page, search, title)} subTitle={subTitle} actions={actions}>
      {children}
    </PluginPage>
  );
}
