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
  /** Regular expression source with exactly one capture: the value. */
  readonly match?: string;
}

export interface IdentityRules {
  readonly tenant: readonly Rule[];
  readonly app: readonly Rule[];
  readonly user: readonly Rule[];
}
