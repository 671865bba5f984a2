import { GpuscopeError } from '@gpuscope/aggregation';
import type { DataSourceInstance, PluginContext, PluginUser } from '../plugin.js';
import { readFields, readInt64, stringMap } from '../wire/read.js';

// Field numbers: github.com/grafana/grafana-plugin-sdk-go, package pluginv2.

/** Reads a PluginContext. @throws GpuscopeError SETTINGS_INVALID where jsonData is no JSON */
export function readContext(bytes: Uint8Array): PluginContext {
  const config = stringMap();
  let orgId = 0;
  let pluginId = '';
  let pluginVersion = '';
  let userAgent = '';
  let namespace = '';
  let user: PluginUser | undefined;
  let dataSource: DataSourceInstance | undefined;
  readFields(bytes, {
    1: (reader) => (orgId = readInt64(reader)),
    2: (reader) => (pluginId = reader.string()),
    3: (reader) => (user = readUser(reader.bytes())),
    5: (reader) => (dataSource = readDataSource(reader.bytes())),
    6: config.add,
    7: (reader) => (pluginVersion = reader.string()),
    8: (reader) => (userAgent = reader.string()),
    10: (reader) => (namespace = reader.string()),
  });
  return {
    orgId,
    pluginId,
    pluginVersion,
    ...(user === undefined ? {} : { user }),
    ...(dataSource === undefined ? {} : { dataSource }),
    grafanaConfig: config.map,
    userAgent,
    namespace,
  };
}

function readUser(bytes: Uint8Array): PluginUser {
  const user = { login: '', name: '', email: '', role: '' };
  readFields(bytes, {
    1: (reader) => (user.login = reader.string()),
    2: (reader) => (user.name = reader.string()),
    3: (reader) => (user.email = reader.string()),
    4: (reader) => (user.role = reader.string()),
  });
  return user;
}

function readDataSource(bytes: Uint8Array): DataSourceInstance {
  const secrets = stringMap();
  const found = { uid: '', name: '', updatedMs: 0, url: '', user: '', database: '' };
  let json: Uint8Array = new Uint8Array();
  readFields(bytes, {
    2: (reader) => (found.name = reader.string()),
    3: (reader) => (found.url = reader.string()),
    4: (reader) => (found.user = reader.string()),
    5: (reader) => (found.database = reader.string()),
    8: (reader) => (json = reader.bytes()),
    9: secrets.add,
    10: (reader) => (found.updatedMs = readInt64(reader)),
    11: (reader) => (found.uid = reader.string()),
  });
  return { ...found, jsonData: parseSettings(found.name, json), secrets: secrets.map };
}

function parseSettings(name: string, bytes: Uint8Array): unknown {
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    throw new GpuscopeError(
      'SETTINGS_INVALID',
      `the settings (jsonData) of the data source ${JSON.stringify(name)} are no JSON`,
    );
  }
}
