import type { HostRegistry } from './hosts.js';
import { globMatch, hostsInOrder, isGlob } from './hosts.js';
import type { Predicate } from './predicate.js';
import { ALWAYS, NEVER } from './predicate.js';
import { resolve } from './resolve.js';
import type { IdentityName, IdentityRules, Rule, RuleFrom } from './rules.js';
import { describeRule } from './rules.js';
import { and, not, or } from './simplify.js';
import { isPlain, looksAltered } from './value.js';

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
}

/** Records of this shape don't tell: rule number `rule` (from 0) may decide, and they lack what it reads. */
export interface NotAnswerable {
  readonly op: 'notAnswerable';
  readonly rule: number;
  readonly reason: string;
}

const FIELDS: Record<RuleFrom, (shape: RecordShape, key: string) => string | undefined> = {
  'namespace.name': (shape) => shape.namespaceName,
  'namespace.label': (shape, key) => shape.namespaceLabel(key),
  'namespace.annotation': (shape, key) => shape.namespaceAnnotation(key),
  'pod.name': (shape) => shape.podName,
  'pod.label': (shape, key) => shape.podLabel(key),
  'pod.annotation': (shape, key) => shape.podAnnotation(key),
  'pod.owner': (shape) => shape.podOwner,
  host: () => undefined,
};

/** Whether every pod has what the rule reads, so that no later rule is ever asked. */
function alwaysYields(rule: Rule): boolean {
  return rule.match === undefined && (rule.from === 'namespace.name' || rule.from === 'pod.name');
}

function gives(rule: Rule, field: string, value: string): Predicate {
  if (rule.match !== undefined) return { op: 'matches', field, match: rule.match, value };
  return isPlain(value) ? { op: 'equals', field, value } : { op: 'matches', field, value };
}

function givesNothing(rule: Rule, field: string): Predicate {
  if (alwaysYields(rule)) return NEVER;
  if (rule.match === undefined) return not({ op: 'exists', field });
  return not({ op: 'matches', field, match: rule.match });
}

/**
 * Which records of pods carry `value` as their tenant, app or user, by one name's rule list: rule n only
 * where rules 1…n−1 give nothing. The empty value asks for the pods that no rule names. Rules `from: host`
 * give nothing to a pod; `invertHosts` answers for machines.
 *
 * For every pod and its record, `evaluate(invert(rules.app, x, shape), record)` is `resolve(…).app === x`.
 */
export function invert(
  rules: readonly Rule[],
  value: string,
  shape: RecordShape,
): Predicate | NotAnswerable {
  if (!isPlain(value) && !looksAltered(value)) return NEVER;
  const ways: Predicate[] = [];
  let nothingYet = ALWAYS;
  for (const [index, rule] of rules.entries()) {
    if (nothingYet.op === 'never') break;
    if (rule.from === 'host') continue;
    const field = FIELDS[rule.from](shape, rule.key ?? '');
    if (field === undefined) {
      return {
        op: 'notAnswerable',
        rule: index,
        reason: `the records hold no ${describeRule(rule)}, which rule ${index + 1} reads`,
      };
    }
    if (value !== '') ways.push(and(nothingYet, gives(rule, field, value)));
    nothingYet = and(nothingYet, givesNothing(rule, field));
  }
  return value === '' ? nothingYet : or(...ways);
}

function isNamed(name: string, field: string): Predicate {
  if (!isGlob(name)) return { op: 'equals', field, value: name };
  return { op: 'matches', field, match: globMatch(name) };
}

/**
 * Which records of machines (those without a pod) carry `value`, by the host registry: exact names before
 * globs, the longest glob first, as `hostEntryFor` decides.
 */
export function invertHosts(
  rules: IdentityRules,
  name: IdentityName,
  value: string,
  hosts: HostRegistry,
  shape: RecordShape,
): Predicate | NotAnswerable {
  const field = shape.host;
  if (field === undefined) {
    const rule = rules[name].findIndex(({ from }) => from === 'host');
    return { op: 'notAnswerable', rule, reason: 'the records hold no host' };
  }
  let found: Predicate = NEVER;
  for (const [host, entry] of hostsInOrder(hosts).toReversed()) {
    const named = isNamed(host, field);
    const isIt = resolve(rules, { kind: 'host', host, entry })[name] === value;
    found = isIt ? or(named, found) : and(not(named), found);
  }
  return shape.podName === undefined
    ? found
    : and(not({ op: 'exists', field: shape.podName }), found);
}
