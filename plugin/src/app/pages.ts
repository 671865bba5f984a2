import { createElement, lazy, type ComponentType } from 'react';
import type { BoardId, ListId } from '@gpuscope/dashboards';
import type { PageId } from '../links/pageUrl.js';

const board = (page: BoardId) =>
  lazy(async () => {
    const { BoardPage } = await import('../pages/BoardPage.js');
    return { default: () => createElement(BoardPage, { page }) };
  });

const list = (id: ListId) =>
  lazy(async () => {
    const { ListPage } = await import('../pages/lists/ListPage.js');
    return { default: () => createElement(ListPage, { list: id }) };
  });

/** Every page's code is fetched when it is first opened. */
export const pages: Readonly<Record<PageId, ComponentType>> = {
  overview: lazy(async () => ({
    default: (await import('../pages/overview/OverviewPage.js')).OverviewPage,
  })),
  apps: list('apps'),
  app: lazy(async () => ({ default: (await import('../pages/app/AppPage.js')).AppPage })),
  users: list('users'),
  user: board('user'),
  nodes: list('nodes'),
  node: board('node'),
  waste: board('waste'),
  health: board('health'),
  quota: board('quota'),
  exporter: board('exporter'),
  logs: lazy(async () => ({ default: (await import('../pages/logs/LogsFrame.js')).LogsFrame })),
  configuration: lazy(async () => ({
    default: (await import('../pages/ConfigurationGate.js')).ConfigurationGate,
  })),
};
