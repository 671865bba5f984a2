import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { OrgRole } from '@grafana/data';
import { config } from '@grafana/runtime';
import type { AppSettings } from './appSettings.js';

/** What a page knows of the app and of its reader. */
export interface SettingsState {
  readonly settings: AppSettings;
  /** An administrator of the organisation or of the whole Grafana. */
  readonly isAdmin: boolean;
}

const Context = createContext<SettingsState>({ settings: {}, isAdmin: false });

const isAdmin = (): boolean => {
  const { orgRole, isGrafanaAdmin } = config.bootData.user;
  return orgRole === OrgRole.Admin || isGrafanaAdmin;
};

export function SettingsProvider({
  settings,
  children,
}: {
  readonly settings: AppSettings | undefined;
  readonly children: ReactNode;
}) {
  const value = useMemo(() => ({ settings: settings ?? {}, isAdmin: isAdmin() }), [settings]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export const useSettings = (): SettingsState => useContext(Context);
