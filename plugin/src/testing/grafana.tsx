import { dirname, join } from 'node:path';
import type { ReactNode } from 'react';
import { PanelPlugin, type OrgRole, type PanelProps } from '@grafana/data';
import {
  config,
  setPluginImportUtils,
  setTemplateSrv,
  type PluginPageProps,
} from '@grafana/runtime';
import { sceneGraph } from '@grafana/scenes';
import { configure, render } from '@testing-library/react';
import type { AppSettings } from '../settings/appSettings.js';
import { SettingsProvider } from '../settings/settingsContext.js';
import { grafanaHistory } from './history.js';
import { WithLocation } from './location.js';
import { showEverything } from './screen.js';
import { setTransformers } from './transformers.js';
import { setSources, type Asked, type SourceWorld } from './sources.js';

// Drawing all of Grafana's parts takes its time where others work beside us.
configure({ asyncUtilTimeout: 30_000 });

// Scenes changes its state whenever data or options come, which is outside of what a test does and React can know of.
const { error } = console;
jest.spyOn(console, 'error').mockImplementation((...said: unknown[]) => {
  if (!String(said[0]).includes('not wrapped in act')) error(...said);
});

// Grafana itself sets its page frame; the door for that is not among the package's own.
const { setPluginPage } = jest.requireActual<{ setPluginPage: (page: unknown) => void }>(
  join(dirname(require.resolve('@grafana/runtime')), 'components', 'PluginPage.cjs'),
);

export interface World extends SourceWorld {
  readonly url?: string;
  readonly settings?: AppSettings;
  readonly role?: 'Admin' | 'Viewer';
  readonly language?: string;
}

/** Stands for Grafana's panels: says which it is, and every value with its labels. */
function PanelAsText({ data, title }: PanelProps) {
  const values = data.series.flatMap(({ fields }) =>
    fields.flatMap(({ name, values }) => values.map((value) => `${name}=${String(value)}`)),
  );
  return <pre aria-label={title}>{values.join('\n')}</pre>;
}

const panelOf = (id: string): PanelPlugin => {
  const plugin = new PanelPlugin(PanelAsText);
  plugin.meta = { id, name: id, info: { logos: {} }, module: '' } as unknown as PanelPlugin['meta'];
  return plugin;
};

function Page({ pageNav, subTitle, actions, children }: PluginPageProps): ReactNode {
  return (
    <main>
      <h1>{pageNav?.text}</h1>
      <nav>{pageNav?.parentItem?.text}</nav>
      <p>{subTitle}</p>
      {actions}
      {children}
    </main>
  );
}

// Grafana lets itself be set up once only.
setPluginImportUtils({
  importPanelPlugin: (id) => Promise.resolve(panelOf(id)),
  getPanelPluginFromCache: () => undefined,
});

/** Sets as much of Grafana up as pages ask for. What data sources were asked is kept. */
function setGrafana({
  url = '/',
  role = 'Viewer',
  language = 'en-US',
  ...world
}: World): readonly Asked[] {
  showEverything();
  setTransformers();
  const user = { orgRole: role as OrgRole, isGrafanaAdmin: false, language, timezone: 'utc' };
  Object.assign(config, { bootData: { user, settings: {}, navTree: [] } });
  grafanaHistory().replace(url);
  setPluginPage(Page);
  setTemplateSrv({ replace: (text = '') => text, getVariables: () => [] } as never);
  return setSources(world, (text, scoped) => {
    const scene = (scoped as { __sceneObject?: { value: { valueOf: () => never } } }).__sceneObject;
    return scene === undefined
      ? text
      : sceneGraph.interpolate(scene.value.valueOf(), text, scoped as never);
  });
}

/** Draws a page as Grafana would. */
export function draw(page: ReactNode, world: World = {}) {
  const asked = setGrafana(world);
  const drawn = render(
    <WithLocation>
      <SettingsProvider settings={world.settings}>{page}</SettingsProvider>
    </WithLocation>,
  );
  return { ...drawn, asked };
}
