import type { AppPluginMeta } from '@grafana/data';
import { config } from '@grafana/runtime';
import i18next from 'i18next';
import type { Include } from '../boot/pluginFiles.js';

/** A page of the app in the list at the left. */
export interface PageItem {
  readonly title: string;
  readonly path: string;
  readonly isDefault: boolean;
}

const lastStep = (path: string): string => path.split('/').filter(Boolean).at(-1) ?? '';

/** The app's own word for a page in the visitor's language, else the one of its `plugin.json`. */
const titleOf = (id: string, { name, path = '' }: Include): string =>
  i18next.getFixedT(null, id)(`nav.${lastStep(path)}`, name);

/** Whether the visitor's role is that of the page or above. */
const isAllowed = ({ role }: Include): boolean => {
  const orgRole: string = config.bootData.user.orgRole;
  return role === undefined || role === 'Viewer' || orgRole === role || orgRole === 'Admin';
};

/** The app's pages that the visitor may open, in the order of its `plugin.json`. */
export function pagesOf({ id, includes = [] }: AppPluginMeta): readonly PageItem[] {
  return (includes as readonly Include[])
    .filter(({ type, addToNav }) => type === 'page' && addToNav === true)
    .filter(isAllowed)
    .flatMap((include) => {
      const { path, defaultNav = false } = include;
      return path === undefined
        ? []
        : [{ title: titleOf(id, include), path, isDefault: defaultNav }];
    });
}

/** Where the app starts. */
export const startOf = ({ id }: AppPluginMeta, pages: readonly PageItem[]): string =>
  (pages.find(({ isDefault }) => isDefault) ?? pages[0])?.path ?? `/a/${id}`;

/** Whether an address is a page's or lies below it. */
export const isWithin = (path: string, pathname: string): boolean =>
  pathname === path || pathname.startsWith(`${path}/`);
