import type { SaidId } from '@gpuscope/aggregation';
import { ACCESS } from './access.js';
import { FIELDS } from './fields.js';
import { HEALTH } from './health.js';
import { LUCENE } from './lucene.js';
import { NOTICES } from './notices.js';
import { PROBLEMS } from './problems.js';
import { QUESTIONS } from './questions.js';
import { REMEDIES } from './remedies.js';
import { SETTINGS } from './settings.js';
import { STORE } from './store.js';

/** All that the backend says, in Chinese; a text that is missing, or is one too many, is a compile error. */
export const CHINESE = {
  ...ACCESS,
  ...FIELDS,
  ...HEALTH,
  ...LUCENE,
  ...NOTICES,
  ...PROBLEMS,
  ...QUESTIONS,
  ...REMEDIES,
  ...SETTINGS,
  ...STORE,
} as const satisfies Readonly<Record<SaidId, string>>;
