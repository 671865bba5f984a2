import { HttpError, type Call } from '../http/call.js';
import { sendBelow } from '../http/files.js';
import type { Plugins } from '../plugins.js';

/** GET /public/plugins/<id>/<file> */
export const pluginFile =
  (plugins: Plugins) =>
  async (call: Call): Promise<void> => {
    const [id = '', file = ''] = call.caught;
    const plugin = await plugins.byId(id);
    if (plugin === undefined) throw new HttpError(404, `the plugin ${id} is not built`);
    await sendBelow(call, plugin.folder, file);
  };
