/**
 * Where a rule looks: `namespace.*` and `pod.*` at a pod and its namespace, `process.*` and `slurm.*` at processes
 * outside of pods, `host` at the host registry's entry for a machine without Kubernetes.
 */
export type RuleFrom =
  | 'namespace.name'
  | 'namespace.label'
  | 'namespace.annotation'
  | 'pod.name'
  | 'pod.label'
  | 'pod.annotation'
  | 'pod.owner'
  | 'process.user'
  | 'process.group'
  | 'process.unit'
  | 'slurm.job'
  | 'slurm.account'
  | 'host';

/** What a rule can read of processes outside of pods. */
export type LocalFrom = Extract<RuleFrom, `process.${string}` | `slurm.${string}`>;

/** What a rule can read of a pod. */
export type PodFrom = Exclude<RuleFrom, LocalFrom | 'host'>;

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
  'process.user',
  'process.group',
  'process.unit',
  'slurm.job',
  'slurm.account',
  'host',
] as const satisfies readonly RuleFrom[];

/**
 * The places that neither whoever creates a pod nor the owner of a process can write to. A pod's labels are its
 * owner's, so a tenant never comes from `pod.*`. A process can't change its user without being root, nor its user's
 * primary group; units of the system are root's to make (those of a user's own systemd are never reported); Slurm
 * checks the account of a job against its own database where associations are enforced. A job's number is no choice
 * either, but names nobody.
 */
export const TENANT_FROMS = [
  'namespace.name',
  'namespace.label',
  'namespace.annotation',
  'process.user',
  'process.group',
  'process.unit',
  'slurm.account',
  'host',
] as const satisfies readonly RuleFrom[];

/** Whether a rule reads processes outside of pods. */
export function isLocalFrom(from: RuleFrom): from is LocalFrom {
  return from.startsWith('process.') || from.startsWith('slurm.');
}

/** Whether a rule can give something to a pod. */
export function isPodFrom(from: RuleFrom): from is PodFrom {
  return from !== 'host' && !isLocalFrom(from);
}

/** Whether rules of this kind name a label or annotation. */
export function needsKey(from: RuleFrom): boolean {
  return from.endsWith('.label') || from.endsWith('.annotation');
}

/** Where a rule looks, in one phrase: `pod.label "app"`. */
export function describeRule(rule: Rule): string {
  return rule.key === undefined ? rule.from : `${rule.from} "${rule.key}"`;
}
