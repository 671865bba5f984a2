import { en } from './en/index.js';
import { zh } from './zh/index.js';
import type { Messages } from './messages.js';

/** Languages that the boards speak. */
export const LANGUAGES = ['en', 'zh'] as const;

export type Language = (typeof LANGUAGES)[number];

const MESSAGES: Readonly<Record<Language, Messages>> = { en, zh };

export const messagesOf = (language: Language): Messages => MESSAGES[language];
