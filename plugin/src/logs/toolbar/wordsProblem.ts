import { lineMatcher } from '@gpuscope/aggregation/logs';
import { t } from '@grafana/i18n';

/** What keeps words from being searched for; undefined: nothing. */
export function wordsProblem(words: string): string | undefined {
  try {
    lineMatcher(words);
    return undefined;
  } catch {
    return t(
      'logs.words.problem',
      'A quote is not closed, or these are more than 40 words or 4,000 characters.',
    );
  }
}
