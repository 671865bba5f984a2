import type { ReactNode } from 'react';
import type { NavModelItem } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { LIST_OF, pageUrl, type PageId } from '../links/pageUrl.js';
import { pageTitle } from './titles.js';

const nav = (page: PageId, text = pageTitle(page)): NavModelItem => {
  const list = LIST_OF[page];
  return {
    text,
    url: pageUrl(page),
    ...(list === undefined ? {} : { parentItem: nav(list) }),
  };
};

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
  return (
    <PluginPage pageNav={nav(page, title)} subTitle={subTitle} actions={actions}>
      {children}
    </PluginPage>
  );
}
