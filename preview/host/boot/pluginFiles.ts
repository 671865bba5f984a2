/** A page, panel or source that a plugin brings, as its `plugin.json` lists it. */
export interface Include {
  readonly type: string;
  readonly name: string;
  readonly path?: string;
  readonly role?: string;
  readonly icon?: string;
  readonly addToNav?: boolean;
  readonly defaultNav?: boolean;
}

/** The parts of a `plugin.json` that a host reads. */
export interface PluginJson {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly info: {
    readonly version: string;
    readonly description?: string;
    readonly logos: { readonly small: string; readonly large: string };
    readonly [more: string]: unknown;
  };
  readonly includes?: readonly Include[];
  readonly languages?: readonly string[];
  readonly [more: string]: unknown;
}

/** The folder that a plugin's files are served from, relative to the page's base, as Grafana names it. */
export const baseUrlOf = (id: string): string => `public/plugins/${id}`;

export async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answers ${response.status}`);
  return response.json();
}

/** The `plugin.json` of a built plugin. */
export const readPluginJson = async (id: string): Promise<PluginJson> =>
  (await fetchJson(`/${baseUrlOf(id)}/plugin.json`)) as PluginJson;

/** What Grafana says of a plugin beyond its `plugin.json`: where it lies and whose it is. */
export function metaOf(json: PluginJson): PluginJson {
  const baseUrl = baseUrlOf(json.id);
  const { logos } = json.info;
  const at = (path: string): string => (path.includes('/') ? `${baseUrl}/${path}` : path);
  return {
    ...json,
    baseUrl,
    module: `${baseUrl}/module.js`,
    signature: 'unsigned',
    angular: { detected: false, hideDeprecation: false },
    info: { ...json.info, logos: { small: at(logos.small), large: at(logos.large) } },
  };
}
