import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { PageId } from '../links/pageUrl.js';

type Page = LazyExoticComponent<ComponentType>;

/** Every page is a file of its own, fetched when it is first opened. */
export const pages: Readonly<Partial<Record<PageId, Page>>> = {
  overview: lazy(async () => ({
    default: (await import('../pages/overview/OverviewPage.js')).OverviewPage,
  })),
};
