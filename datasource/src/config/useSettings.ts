import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { useRef } from 'react';
import type { AppLogsSecrets, AppLogsSettings } from '../../shared/index.js';
import type { LogsSettings } from '../types.js';

export type ConfigProps = DataSourcePluginOptionsEditorProps<LogsSettings, AppLogsSecrets>;
export type SecretName = keyof AppLogsSecrets;

/** The settings as the editor's fields see and change them. */
export interface SettingsEdits {
  readonly settings: LogsSettings;
  readonly isReadOnly: boolean;
  readonly isSaved: (secret: SecretName) => boolean;
  readonly secretText: (secret: SecretName) => string;
  /** Changes settings; what is undefined, or an empty text or list, is left out of what is saved. */
  readonly change: (part: Partial<AppLogsSettings>) => void;
  readonly setSecret: (secret: SecretName, text: string) => void;
  readonly forgetSecret: (secret: SecretName) => void;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const lean = <T extends object>(settings: T): T =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => !isEmpty(value))) as T;

/**
 * Changes go to jsonData and secureJsonData only. `url` stays empty: what stands there can be reached through Grafana's
 * own proxy by every user of the data source, past all that the backend checks.
 */
export function useSettings({ options, onOptionsChange }: ConfigProps): SettingsEdits {
  const newest = useRef(options);
  newest.current = options;
  const set = (part: Partial<ConfigProps['options']>) => {
    newest.current = { ...newest.current, ...part, url: '' };
    onOptionsChange(newest.current);
  };
  return {
    settings: options.jsonData,
    isReadOnly: options.readOnly === true,
    isSaved: (secret) => options.secureJsonFields?.[secret] === true,
    secretText: (secret) => options.secureJsonData?.[secret] ?? '',
    change: (part) => set({ jsonData: lean({ ...newest.current.jsonData, ...part }) }),
    setSecret: (secret, text) =>
      set({ secureJsonData: { ...newest.current.secureJsonData, [secret]: text } }),
    forgetSecret: (secret) =>
      set({
        secureJsonFields: { ...newest.current.secureJsonFields, [secret]: false },
        secureJsonData: { ...newest.current.secureJsonData, [secret]: '' },
      }),
  };
}
