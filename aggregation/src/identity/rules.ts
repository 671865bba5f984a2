/** Where a rule looks. A tenant may come from `namespace.*` and `host` only: a pod's owner writes the pod's labels. */
export type RuleFrom =
  | 'namespace.name'
  | 'namespace.label'
  | 'namespace.annotation'
  | 'pod.name'
  | 'pod.label'
  | 'pod.annotation'
  | 'pod.owner'
  | 'host';

/** One identity rule; rules are ordered and the first that yields a non-empty value wins. */
export interface Rule {
  readonly from: RuleFrom;
  /** Label or annotation key; only for `*.label` and `*.annotation`. */
  readonly key?: string;
  /** Regular expression source (flag `u`) with exactly one capture: the value. See `compileMatch` for its limits. */
  readonly match?: string;
}

export interface IdentityRules {
  readonly tenant: readonly Rule[];
  readonly app: readonly Rule[];
  readonly user: readonly Rule[];
}

/** The three names a pod or host is given. */
export type IdentityName = keyof IdentityRules;

export const IDENTITY_NAMES = ['tenant', 'app', 'user'] as const satisfies readonly IdentityName[];

/** Every place a rule can look. */
export const RULE_FROMS = [
  'namespace.name',
  'namespace.label',
  'namespace.annotation',
  'pod.name',
  'pod.label',
  'pod.annotation',
  'pod.owner',
  'host',
] as const satisfies readonly RuleFrom[];

/** The places that whoever creates a pod can't write to. */
export const TENANT_FROMS = [
  'namespace.name',
  'namespace.label',
  'namespace.annotation',
  'host',
] as const satisfies readonly RuleFrom[];

/** Whether rules of this kind name a label or annotation. */
export function needsKey(from: RuleFrom): boolean {
  return from.endsWith('.label') || from.endsWith('.annotation');
}

/** Where a rule looks, in one phrase: `pod.label "app"`. */
export function describeRule(rule: Rule): string {
  return rule.key === undefined ? rule.from : `${rule.from} "${rule.key}"`;
}
