import type { IdentityName, IdentityRules, Subject } from '@gpuscope/aggregation';
import { describeRule, IDENTITY_NAMES, resolve } from '@gpuscope/aggregation';

/** A name, and which rule gave it. */
export interface Explanation {
  readonly name: IdentityName;
  /** Empty where no rule found one. */
  readonly value: string;
  /** From 1, as people count; absent where no rule gave it. */
  readonly rule?: number;
  /** Where that rule looks: `pod.label "app"`. */
  readonly from?: string;
  /** The rule that could not be read, for the namespace is not known. */
  readonly unread?: string;
}

/** Why a pod has its names: the first rule of each list that found something. */
export function explain(rules: IdentityRules, subject: Subject): readonly Explanation[] {
  const resolved = resolve(rules, subject);
  return IDENTITY_NAMES.map((name) => {
    const won = resolved.because[name];
    const unread = resolved.unread[name];
    const at = (index: number | undefined) =>
      index === undefined ? undefined : rules[name][index];
    const [winner, blind] = [at(won), at(unread)];
    return {
      name,
      value: resolved[name],
      ...(won === undefined || winner === undefined
        ? {}
        : { rule: won + 1, from: describeRule(winner) }),
      ...(blind === undefined ? {} : { unread: describeRule(blind) }),
    };
  });
}
