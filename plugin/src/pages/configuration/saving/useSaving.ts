import { useState } from 'react';
import type { AppSettings } from '../../../settings/appSettings.js';
import { reasonOf, saveSettings } from '../sources/save.js';

/** How keeping the settings goes. */
export type Saving = 'no' | 'now' | 'done' | { readonly failed: string };

/** Keeps settings in Grafana, and how that went until they are changed again. */
export function useSaving() {
  const [saving, setSaving] = useState<Saving>('no');
  const save = async (settings: AppSettings): Promise<void> => {
    setSaving('now');
    try {
      await saveSettings(settings);
      setSaving('done');
    } catch (error) {
      setSaving({ failed: reasonOf(error) });
    }
  };
  return { saving, save, forget: () => setSaving('no') };
}
