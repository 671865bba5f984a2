import { CONTEXT, DATA_SOURCE, USER } from '../numbers.js';
import { int64Field, partsField, stringField, textMapField, type Parts } from '../wire/write.js';

/** For whom and with which settings a host asks. */
export interface HostContext {
  readonly orgId: number;
  readonly pluginId: string;
  readonly pluginVersion: string;
  readonly userAgent: string;
  readonly namespace: string;
  readonly user: HostUser;
  readonly dataSource: HostDataSource;
  readonly grafanaConfig: Readonly<Record<string, string>>;
}

export interface HostUser {
  readonly login: string;
  readonly name: string;
  readonly email: string;
  /** Viewer, Editor or Admin. */
  readonly role: string;
}

export interface HostDataSource {
  readonly uid: string;
  readonly name: string;
  readonly url: string;
  readonly jsonData: unknown;
  /** Decrypted. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly updatedMs: number;
}

/** A PluginContext. */
export const writeContext = (context: HostContext): Parts => [
  ...int64Field(CONTEXT.orgId, context.orgId),
  ...stringField(CONTEXT.pluginId, context.pluginId),
  ...partsField(CONTEXT.user, writeUser(context.user)),
  ...partsField(CONTEXT.dataSource, writeDataSource(context.dataSource)),
  ...textMapField(CONTEXT.grafanaConfig, context.grafanaConfig),
  ...stringField(CONTEXT.pluginVersion, context.pluginVersion),
  ...stringField(CONTEXT.userAgent, context.userAgent),
  ...stringField(CONTEXT.namespace, context.namespace),
];

const writeUser = ({ login, name, email, role }: HostUser): Parts => [
  ...stringField(USER.login, login),
  ...stringField(USER.name, name),
  ...stringField(USER.email, email),
  ...stringField(USER.role, role),
];

const writeDataSource = (source: HostDataSource): Parts => [
  ...stringField(DATA_SOURCE.name, source.name),
  ...stringField(DATA_SOURCE.url, source.url),
  ...stringField(DATA_SOURCE.jsonData, JSON.stringify(source.jsonData ?? {})),
  ...textMapField(DATA_SOURCE.secrets, source.secrets),
  ...int64Field(DATA_SOURCE.updatedMs, source.updatedMs),
  ...stringField(DATA_SOURCE.uid, source.uid),
];
