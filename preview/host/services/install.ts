import { EventBusSrv, type DataSourceInstanceSettings } from '@grafana/data';
import {
  config,
  setAppEvents,
  setBackendSrv,
  setChromeHeaderHeightHook,
  setDataSourceSrv,
  setEchoSrv,
  setFolderPicker,
  setHelpNavItemHook,
  setMegaMenuOpenHook,
  setPluginComponentHook,
  setPluginComponentsHook,
  setPluginFunctionsHook,
  setPluginImportUtils,
  setPluginLinksHook,
  setReturnToPreviousHook,
  setRunRequest,
  setTemplateSrv,
  setCurrentUser,
} from '@grafana/runtime';
import { setPanelDataErrorView } from '@grafana/runtime/inside/components/PanelDataErrorView';
import { setPanelRenderer } from '@grafana/runtime/inside/components/PanelRenderer';
import { setPluginPage } from '@grafana/runtime/inside/components/PluginPage';
import { PreviewBackend } from '../backend/backendSrv.js';
import type { Choice } from '../choice/index.js';
import { Page } from '../chrome/Page.js';
import { PanelPlugins } from '../plugins/panelPlugins.js';
import { fillRegistries } from '../registries/fill.js';
import { runRequest } from '../query/runRequest.js';
import { PreviewSources, type Construct } from '../sources/dataSourceSrv.js';
import { PreviewTemplates } from '../template/templateSrv.js';
import { NoData } from '../panels/shared/NoData.js';
import { panelRenderer } from '../panels/shared/PanelRenderer.js';
import { TOP_HEIGHT } from '../chrome/sizes.js';

interface Needed {
  readonly choice: Choice;
  readonly construct: Construct;
}

const NONE = { isLoading: false } as const;

/** Nobody counts visits here. */
const silentEcho = {
  flush: () => undefined,
  addBackend: () => undefined,
  addEvent: () => undefined,
};

/** What other plugins would add to this one, where there are others. */
function setExtensions(): void {
  setPluginLinksHook(() => ({ ...NONE, links: [] }));
  setPluginComponentHook(() => ({ ...NONE, component: null }));
  setPluginComponentsHook(() => ({ ...NONE, components: [] }));
  setPluginFunctionsHook(() => ({ ...NONE, functions: [] }));
}

/** What plugins ask Grafana's frame for. */
function setFrame(): void {
  setPluginPage(Page);
  setChromeHeaderHeightHook(() => TOP_HEIGHT);
  setReturnToPreviousHook(() => () => undefined);
  setMegaMenuOpenHook(() => [false, () => undefined]);
  setHelpNavItemHook(() => undefined);
  setFolderPicker(() => null);
}

/**
 * Sets everything that `@grafana/runtime` hands to plugins. To be called once, before any is loaded.
 *
 * @returns where alerts are told
 */
export function installServices({ construct }: Needed): EventBusSrv {
  const events = new EventBusSrv();
  const templates = new PreviewTemplates();
  const panels = new PanelPlugins();
  fillRegistries();
  setEchoSrv(silentEcho);
  setAppEvents(events);
  setBackendSrv(new PreviewBackend(events));
  setTemplateSrv(templates);
  const settings: readonly DataSourceInstanceSettings[] = Object.values(config.datasources);
  setDataSourceSrv(new PreviewSources(settings, construct, templates));
  setRunRequest(runRequest);
  setPluginImportUtils(panels);
  setPanelRenderer(panelRenderer(panels));
  setPanelDataErrorView(NoData);
  setCurrentUser({ ...config.bootData.user, permissions: config.bootData.user.permissions ?? {} });
  setExtensions();
  setFrame();
  return events;
}
