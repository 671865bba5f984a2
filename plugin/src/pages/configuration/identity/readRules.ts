import type { IdentityRules } from '@gpuscope/aggregation';
import {
  DEFAULT_IDENTITY,
  describeRule,
  formatSiteProblem,
  parseSite,
} from '@gpuscope/aggregation';

/** The rules of a site, or what is wrong with them. */
export type RulesRead =
  { readonly rules: IdentityRules } | { readonly problems: readonly string[] };

/** What gpuscope.yaml must have, where only its part on identity was pasted; below, so that lines keep their numbers. */
const FRAME: readonly (readonly [key: string, line: string])[] = [
  ['version', 'version: 1'],
  ['cluster', 'cluster: pasted'],
];

function framed(text: string): string {
  const missing = FRAME.filter(([key]) => !new RegExp(`^${key}:`, 'm').test(text));
  return [text, ...missing.map(([, line]) => line), ''].join('\n');
}

/** Reads gpuscope.yaml or its part `identity`; nothing written stands for the rules that come with gpuscope. */
export function readRules(text: string): RulesRead {
  if (text.trim() === '') return { rules: DEFAULT_IDENTITY };
  const parsed = parseSite(framed(text));
  return 'problems' in parsed
    ? { problems: parsed.problems.map(formatSiteProblem) }
    : { rules: parsed.site.identity };
}

/** Whether a site's own words for its app rules are those of these rules. */
export const sameAppRules = (rules: IdentityRules, said: readonly string[]): boolean =>
  JSON.stringify(rules.app.map(describeRule)) === JSON.stringify(said);
