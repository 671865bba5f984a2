import { HttpError, readJson, sendJson, type Call } from '../http/call.js';
import type { Plugins } from '../plugins.js';
import type { State } from '../state.js';

const APP = 'gpuscope-app';

/** GET and POST /api/plugins/<id>/settings: what Grafana says of a plugin; what is posted is kept in memory. */
export const pluginSettings = (plugins: Plugins, state: State) => {
  const posted = new Map<string, Readonly<Record<string, unknown>>>();
  const jsonDataOf = (id: string): Readonly<Record<string, unknown>> =>
    posted.get(id) ?? (id === APP ? state.get().boot?.app.jsonData : undefined) ?? {};
  return async (call: Call): Promise<void> => {
    const [id = ''] = call.caught;
    const plugin = await plugins.byId(id);
    if (plugin === undefined) throw new HttpError(404, `the plugin ${id} is not built`);
    if (call.method === 'POST') {
      posted.set(id, objectOf((await readJson(call))['jsonData']));
      if (id === APP) state.changeApp(jsonDataOf(id));
      return sendJson(call, { message: 'Plugin settings updated' });
    }
    sendJson(call, {
      ...plugin.about,
      enabled: true,
      pinned: true,
      module: `public/plugins/${id}/module.js`,
      baseUrl: `public/plugins/${id}`,
      jsonData: jsonDataOf(id),
      secureJsonFields: {},
    });
  };
};

/** @throws HttpError 400 where it is something else */
function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new HttpError(400, `jsonData is ${JSON.stringify(value)}; it must be an object`);
}
