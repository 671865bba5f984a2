import { AppPlugin, type AppPluginMeta } from '@grafana/data';
import { config } from '@grafana/runtime';
import type { ComponentType } from 'react';
import type { App } from '../plugins/app.js';

const page = (name: string, role: string, more: object = {}) => ({
  type: 'page',
  name,
  path: `/a/app/${name.toLowerCase()}`,
  role,
  addToNav: true,
  ...more,
});

/** An app with a page for all, one for administrators, and what is in no list. */
export function appOf(Root: ComponentType = () => <p>the app</p>): App {
  const meta = {
    id: 'app',
    name: 'gpuscope',
    includes: [
      page('Apps', 'Viewer'),
      page('Overview', 'Viewer', { defaultNav: true }),
      page('Settings', 'Admin'),
      page('Hidden', 'Viewer', { addToNav: false }),
      { type: 'datasource', name: 'Logs' },
    ],
  } as unknown as AppPluginMeta;
  const plugin = new AppPlugin().setRootPage(Root as never);
  plugin.meta = meta;
  return { plugin, meta };
}

/** Lets the visitor be of a role. */
export function lookAs(role: string): void {
  Object.assign(config.bootData.user, { orgRole: role });
}
