import type { PanelPlugin } from '@grafana/data';
import { NoEditor } from '../../registries/NoEditor.js';

/** Declares what a panel's options start as. */
export const withDefaults = <Options extends object>(
  plugin: PanelPlugin<Options>,
  defaults: Options,
): PanelPlugin<Options> =>
  plugin.setPanelOptions((builder) => {
    for (const [path, defaultValue] of Object.entries(defaults)) {
      builder.addCustomEditor({
        id: path,
        path: path,
        name: path,
        editor: NoEditor,
        defaultValue: defaultValue as never,
      });
    }
  });
