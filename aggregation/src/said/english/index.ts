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

/** The English words of all that is said, by id; other languages have a table of the same ids and places. */
export const ENGLISH = {
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
} as const;
