/** What Grafana puts into the environment of its plugins, so that they know they were not started by hand. */
export const HOST_COOKIE = { name: 'grafana_plugin_type', value: 'datasource' } as const;

/** go-plugin's own version, and that of Grafana's plugin protocol. */
export const PROTOCOL_VERSIONS = { core: '1', plugin: '2' } as const;
