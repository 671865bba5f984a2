import { GpuscopeError } from '@gpuscope/aggregation';
import {
  CONTEXT,
  DATA_SOURCE,
  readFields,
  readInt64,
  stringMap,
  USER,
} from '@gpuscope/datasource/protocol';
import type { DataSourceInstance, PluginContext, PluginUser } from '../plugin.js';

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
    [CONTEXT.orgId]: (reader) => (orgId = readInt64(reader)),
    [CONTEXT.pluginId]: (reader) => (pluginId = reader.string()),
    [CONTEXT.user]: (reader) => (user = readUser(reader.bytes())),
    [CONTEXT.dataSource]: (reader) => (dataSource = readDataSource(reader.bytes())),
    [CONTEXT.grafanaConfig]: config.add,
    [CONTEXT.pluginVersion]: (reader) => (pluginVersion = reader.string()),
    [CONTEXT.userAgent]: (reader) => (userAgent = reader.string()),
    [CONTEXT.namespace]: (reader) => (namespace = reader.string()),
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
    [USER.login]: (reader) => (user.login = reader.string()),
    [USER.name]: (reader) => (user.name = reader.string()),
    [USER.email]: (reader) => (user.email = reader.string()),
    [USER.role]: (reader) => (user.role = reader.string()),
  });
  return user;
}

function readDataSource(bytes: Uint8Array): DataSourceInstance {
  const secrets = stringMap();
  const found = { uid: '', name: '', updatedMs: 0, url: '', user: '', database: '' };
  let json: Uint8Array = new Uint8Array();
  readFields(bytes, {
    [DATA_SOURCE.name]: (reader) => (found.name = reader.string()),
    [DATA_SOURCE.url]: (reader) => (found.url = reader.string()),
    [DATA_SOURCE.user]: (reader) => (found.user = reader.string()),
    [DATA_SOURCE.database]: (reader) => (found.database = reader.string()),
    [DATA_SOURCE.jsonData]: (reader) => (json = reader.bytes()),
    [DATA_SOURCE.secrets]: secrets.add,
    [DATA_SOURCE.updatedMs]: (reader) => (found.updatedMs = readInt64(reader)),
    [DATA_SOURCE.uid]: (reader) => (found.uid = reader.string()),
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
