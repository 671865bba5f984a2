import {
  applyFieldOverrides,
  EventBusSrv,
  getDefaultTimeRange,
  getPanelOptionsWithDefaults,
  LoadingState,
  type PanelData,
  type PanelPlugin,
} from '@grafana/data';
import { config, getTemplateSrv, type PanelRendererProps } from '@grafana/runtime';
import { ErrorBoundaryAlert } from '@grafana/ui';
import { useEffect, useMemo, useState } from 'react';
import type { PanelPlugins } from '../../plugins/panelPlugins.js';

const EMPTY: PanelData = { state: LoadingState.Done, series: [], timeRange: getDefaultTimeRange() };
const NO_FIELD_CONFIG = { defaults: {}, overrides: [] };
const ignore = (): void => undefined;

function usePlugin(panels: PanelPlugins, id: string): PanelPlugin | undefined {
  const [plugin, setPlugin] = useState(() => panels.getPanelPluginFromCache(id));
  useEffect(() => {
    let wanted = true;
    void panels.importPanelPlugin(id).then((made) => {
      if (wanted) setPlugin(made);
    }, ignore);
    return () => {
      wanted = false;
    };
  }, [panels, id]);
  return plugin;
}

/** Draws a panel outside of a scene: what `PanelRenderer` of `@grafana/runtime` stands for. */
export const panelRenderer = (panels: PanelPlugins) =>
  function PreviewPanel(props: PanelRendererProps) {
    const { pluginId, data = EMPTY, options, fieldConfig = NO_FIELD_CONFIG, timeZone } = props;
    const plugin = usePlugin(panels, pluginId);
    const events = useMemo(() => new EventBusSrv(), []);
    if (plugin?.panel === undefined || plugin.panel === null) return null;
    const { panel: Panel, fieldConfigRegistry } = plugin;
    const full = getPanelOptionsWithDefaults({
      plugin,
      currentOptions: options ?? {},
      currentFieldConfig: fieldConfig,
      isAfterPluginChange: false,
    });
    const replaceVariables = (text: string) => getTemplateSrv().replace(text);
    const series = applyFieldOverrides({
      data: data.series,
      fieldConfig: full.fieldConfig,
      fieldConfigRegistry,
      replaceVariables,
      theme: config.theme2,
      timeZone: timeZone ?? 'browser',
    });
    return (
      <ErrorBoundaryAlert dependencies={[plugin, data]}>
        <Panel
          id={1}
          title={props.title}
          data={{ ...data, series }}
          timeRange={data.timeRange}
          timeZone={timeZone ?? 'browser'}
          options={full.options}
          fieldConfig={full.fieldConfig}
          transparent={false}
          width={props.width}
          height={props.height}
          renderCounter={0}
          replaceVariables={replaceVariables}
          onOptionsChange={props.onOptionsChange ?? ignore}
          onFieldConfigChange={props.onFieldConfigChange ?? ignore}
          onChangeTimeRange={props.onChangeTimeRange ?? ignore}
          eventBus={events}
        />
      </ErrorBoundaryAlert>
    );
  };
