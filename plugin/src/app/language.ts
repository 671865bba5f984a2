import { config } from '@grafana/runtime';
import type { Language } from '@gpuscope/dashboards';

/** The reader's language, as far as boards come in it. */
export const boardLanguage = (): Language =>
  config.bootData.user.language.startsWith('zh') ? 'zh' : 'en';
