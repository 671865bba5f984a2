/** A series that Prometheus computes and keeps. */
export interface RecordingRule {
  /** `level:metric:operations`. */
  readonly record: string;
  readonly expr: string;
}

export type Severity = 'critical' | 'warning' | 'info';

/** Who is to act: the platform's people, or whoever the labels tenant, app and user name. */
export type Audience = 'operator' | 'owner';

export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  /** How long it must hold, such as `10m`; left out, it fires at once. */
  readonly for?: string;
  readonly severity: Severity;
  readonly audience: Audience;
  /** Further labels, to tell rules of the same name apart. */
  readonly labels?: Readonly<Record<string, string>>;
  /** One line in a reader's words, with the labels' values. */
  readonly summary: string;
  readonly description: string;
}

/** Rules that are evaluated together, one after the other. */
export interface RuleGroup {
  readonly name: string;
  /** Left out, Prometheus' own evaluation interval. */
  readonly interval?: string;
  readonly rules: readonly (RecordingRule | AlertRule)[];
}

export const isAlert = (rule: RecordingRule | AlertRule): rule is AlertRule => 'alert' in rule;
