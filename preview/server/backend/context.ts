import type { HostContext } from '@gpuscope/datasource/protocol';
import type { BackendSource, BootData } from '../parts.js';

/** What plugins are told of the host. */
export interface AboutHost {
  readonly userAgent: string;
  readonly pluginVersion: string;
  /** The address of its page. */
  readonly appUrl: () => string;
}

/** For whom, and with which settings, a data source's backend is asked. */
export function contextOf(
  { uid, jsonData, secrets = {} }: BackendSource,
  { datasources, user }: BootData,
  { userAgent, pluginVersion, appUrl }: AboutHost,
  updatedMs: number,
): HostContext {
  const about = datasources.find((source) => source.uid === uid);
  return {
    orgId: 1,
    pluginId: about?.type ?? '',
    pluginVersion,
    userAgent,
    namespace: 'default',
    user: { login: user.login, name: user.login, email: '', role: user.role },
    // The address stays empty, as plugins want it whose address is in their own settings.
    dataSource: { uid, name: about?.name ?? uid, url: '', jsonData, secrets, updatedMs },
    grafanaConfig: { GF_APP_URL: appUrl() },
  };
}
