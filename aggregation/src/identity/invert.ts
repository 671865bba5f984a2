import type { Said } from '../said/index.js';
import type { Predicate } from './predicate.js';
import { ALWAYS, NEVER } from './predicate.js';
import type { PodFrom, Rule } from './rules.js';
import { describeRule, isPodFrom } from './rules.js';
import { and, not, or } from './simplify.js';
import { isPlain, looksAltered } from './value.js';
import { say } from '../said/index.js';

/**
 * Which field of a log record holds what a rule reads; undefined where the records have none. Each field
 * must hold that one thing: where two label keys would share a field, it is undefined for both.
 */
export interface RecordShape {
  readonly namespaceName: string | undefined;
  readonly podName: string | undefined;
  /** The node or machine the record came from. */
  readonly host: string | undefined;
  /** The name that `ownerOf` gives, where something wrote it into the records; a pod's name doesn't tell it. */
  readonly podOwner?: string | undefined;
  readonly podLabel: (key: string) => string | undefined;
  readonly podAnnotation: (key: string) => string | undefined;
  readonly namespaceLabel: (key: string) => string | undefined;
  readonly namespaceAnnotation: (key: string) => string | undefined;
  /** systemd unit of the system that wrote the record, on a machine. */
  readonly processUnit?: string | undefined;
  /** Names, not numbers, of the Unix user and group that wrote it. */
  readonly processUser?: string | undefined;
  readonly processGroup?: string | undefined;
  readonly slurmJob?: string | undefined;
  readonly slurmAccount?: string | undefined;
}

/** Records of this shape don't tell: rule number `rule` (from 0) may decide, and they lack what it reads. */
export interface NotAnswerable {
  readonly op: 'notAnswerable';
  readonly rule: number;
  readonly reason: Said;
}

const FIELDS: Record<PodFrom, (shape: RecordShape, key: string) => string | undefined> = {
  'namespace.name': (shape) => shape.namespaceName,
  'namespace.label': (shape, key) => shape.namespaceLabel(key),
  'namespace.annotation': (shape, key) => shape.namespaceAnnotation(key),
  'pod.name': (shape) => shape.podName,
  'pod.label': (shape, key) => shape.podLabel(key),
  'pod.annotation': (shape, key) => shape.podAnnotation(key),
  'pod.owner': (shape) => shape.podOwner,
};

/** Whether a text can be a name at all. */
export const isPossible = (value: string): boolean => isPlain(value) || looksAltered(value);

/** What is said of a rule that reads what the records lack. */
export function missing(rule: Rule, index: number): NotAnswerable {
  return {
    op: 'notAnswerable',
    rule: index,
    reason: say('who.lacks', { what: describeRule(rule), rule: index + 1 }),
  };
}

/** Whether every pod has what the rule reads, so that no later rule is ever asked. */
function alwaysYields(rule: Rule): boolean {
  return rule.match === undefined && (rule.from === 'namespace.name' || rule.from === 'pod.name');
}

/** Records in which a rule takes `value` from a field. */
export function gives(rule: Rule, field: string, value: string): Predicate {
  if (rule.match !== undefined) return { op: 'matches', field, match: rule.match, value };
  return isPlain(value) ? { op: 'equals', field, value } : { op: 'matches', field, value };
}

/** Records in which a rule takes nothing from a field. */
export function givesNothing(rule: Rule, field: string): Predicate {
  if (alwaysYields(rule)) return NEVER;
  if (rule.match === undefined) return not({ op: 'exists', field });
  return not({ op: 'matches', field, match: rule.match });
}

/**
 * Which records of pods carry `value` as their tenant, app or user, by one name's rule list: rule n only
 * where rules 1…n−1 give nothing. The empty value asks for the pods that no rule names. Rules about machines
 * and their processes give nothing to a pod; `invertHosts` answers for those.
 *
 * For every pod and its record, `evaluate(invert(rules.app, x, shape), record)` is `resolve(…).app === x`.
 */
export function invert(
  rules: readonly Rule[],
  value: string,
  shape: RecordShape,
): Predicate | NotAnswerable {
  if (!isPossible(value)) return NEVER;
  const ways: Predicate[] = [];
  let nothingYet = ALWAYS;
  for (const [index, rule] of rules.entries()) {
    if (nothingYet.op === 'never') break;
    if (!isPodFrom(rule.from)) continue;
    const field = FIELDS[rule.from](shape, rule.key ?? '');
    if (field === undefined) return missing(rule, index);
    if (value !== '') ways.push(and(nothingYet, gives(rule, field, value)));
    nothingYet = and(nothingYet, givesNothing(rule, field));
  }
  return value === '' ? nothingYet : or(...ways);
}
