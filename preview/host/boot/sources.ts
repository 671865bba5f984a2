import type { SourceSpec } from '../start/preview.js';
import { metaOf, type PluginJson } from './pluginFiles.js';

/** The type of the source that this page brings itself. */
export const PROMETHEUS = 'prometheus';

const NO_LOGOS = { small: '', large: '' };

/** Said of Prometheus' source as Grafana says it, for plugins choose sources by these words. */
export const PROMETHEUS_JSON: PluginJson = {
  id: PROMETHEUS,
  type: 'datasource',
  name: 'Prometheus',
  metrics: true,
  annotations: true,
  alerting: true,
  backend: true,
  info: {
    author: { name: 'gpuscope preview' },
    description: '',
    links: [],
    logos: NO_LOGOS,
    screenshots: [],
    updated: '',
    version: '',
  },
};

export interface Settings extends Omit<SourceSpec, 'jsonData'> {
  readonly id: number;
  readonly access: 'proxy';
  readonly url: string;
  readonly readOnly: boolean;
  readonly meta: PluginJson;
  readonly jsonData: Readonly<Record<string, unknown>>;
}

/** A source's settings as Grafana hands them to the browser. */
export const settingsOf = (spec: SourceSpec, json: PluginJson, at: number): Settings => ({
  ...spec,
  id: at + 1,
  access: 'proxy',
  url: `/api/datasources/proxy/uid/${spec.uid}`,
  readOnly: false,
  jsonData: spec.jsonData ?? {},
  meta: spec.type === PROMETHEUS ? json : metaOf(json),
});
