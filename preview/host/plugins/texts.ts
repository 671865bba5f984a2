import { addResourceBundle, changeLanguage, initializeI18n } from '@grafana/i18n/inside/i18n';
import { setLocale } from '@grafana/data';
import type { Language } from '../choice/index.js';
import { baseUrlOf, fetchJson, readPluginJson } from '../boot/pluginFiles.js';

/** The namespace that Grafana's components look for their own words in. */
const GRAFANA = 'grafana';

/** Gives Grafana's components and all plugins one language. */
export async function speak(language: Language): Promise<void> {
  await initializeI18n({ language, ns: [GRAFANA] }, language);
  if (language === 'zh-Hans') {
    const [{ COMPONENTS_ZH }] = await Promise.all([
      import('../words/componentsZh.js'),
      import('moment/locale/zh-cn'),
    ]);
    addResourceBundle(language, GRAFANA, COMPONENTS_ZH);
    // Only now has the language any text, so that plugins that ask which it is are told.
    await changeLanguage(language);
  }
  setLocale(language === 'zh-Hans' ? 'zh-cn' : 'en');
}

/** Loads a plugin's words before its module, which counts on them. */
export async function loadTexts(id: string, language: Language): Promise<void> {
  const { languages = [] } = await readPluginJson(id);
  if (!languages.includes(language)) return;
  const words = await fetchJson(`/${baseUrlOf(id)}/locales/${language}/${id}.json`);
  addResourceBundle(language, id, words as Parameters<typeof addResourceBundle>[2]);
}
