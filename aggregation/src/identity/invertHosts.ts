import type { HostRegistry } from './hosts.js';
import { globMatch, hostsInOrder, isGlob } from './hosts.js';
import type { NotAnswerable, RecordShape } from './invert.js';
import { gives, givesNothing, isPossible, missing } from './invert.js';
import { valueOf } from './match.js';
import type { Predicate } from './predicate.js';
import { ALWAYS, NEVER } from './predicate.js';
import type { IdentityName, IdentityRules, LocalFrom, Rule } from './rules.js';
import { isLocalFrom, isPodFrom } from './rules.js';
import { and, not, or } from './simplify.js';
import type { HostEntry } from './subject.js';
import { say } from '../said/index.js';

const FIELDS: Record<LocalFrom, (shape: RecordShape) => string | undefined> = {
  'process.user': (shape) => shape.processUser,
  'process.group': (shape) => shape.processGroup,
  'process.unit': (shape) => shape.processUnit,
  'slurm.job': (shape) => shape.slurmJob,
  'slurm.account': (shape) => shape.slurmAccount,
};

/** The field of a machine's record that holds what a rule reads; undefined where there is none. */
export function localField({ from }: Rule, shape: RecordShape): string | undefined {
  return isLocalFrom(from) ? FIELDS[from](shape) : undefined;
}

/** What the rules are asked for, on records of machines of one entry of the registry, or of none. */
interface Question {
  readonly rules: readonly Rule[];
  readonly name: IdentityName;
  readonly value: string;
  readonly shape: RecordShape;
}

/** What a rule `host` gives to every record of a machine. */
function registered({ match }: Rule, raw: string): string {
  return valueOf(match === undefined ? undefined : new RegExp(match, 'u'), raw);
}

/** Which records of a machine with this entry carry the value. */
function onMachine(question: Question, entry: HostEntry | undefined): Predicate | NotAnswerable {
  const { rules, name, value, shape } = question;
  const ways: Predicate[] = [];
  let nothingYet = ALWAYS;
  for (const [index, rule] of rules.entries()) {
    if (nothingYet.op === 'never') break;
    if (isPodFrom(rule.from)) continue;
    if (rule.from === 'host') {
      const given = registered(rule, entry?.[name] ?? '');
      if (given === '') continue;
      if (given === value) ways.push(nothingYet);
      nothingYet = NEVER;
      continue;
    }
    const field = localField(rule, shape);
    if (field === undefined) return missing(rule, index);
    if (value !== '') ways.push(and(nothingYet, gives(rule, field, value)));
    nothingYet = and(nothingYet, givesNothing(rule, field));
  }
  return value === '' ? nothingYet : or(...ways);
}

function isNamed(name: string, field: string): Predicate {
  if (!isGlob(name)) return { op: 'equals', field, value: name };
  return { op: 'matches', field, match: globMatch(name) };
}

/** The same on every machine: no entry makes a difference. */
function onEveryMachine(question: Question): Predicate | NotAnswerable {
  const rule = question.rules.findIndex(({ from }) => from === 'host');
  if (rule === -1) return onMachine(question, undefined);
  return { op: 'notAnswerable', rule, reason: say('who.noHost') };
}

function byMachine(
  question: Question,
  hosts: HostRegistry,
  field: string,
): Predicate | NotAnswerable {
  let found = onMachine(question, undefined);
  for (const [host, entry] of hostsInOrder(hosts).toReversed()) {
    const own = onMachine(question, entry);
    if (own.op === 'notAnswerable') return own;
    if (found.op === 'notAnswerable') return found;
    const named = isNamed(host, field);
    found = or(and(named, own), and(not(named), found));
  }
  return found;
}

/**
 * Which records of machines (those without a pod) carry `value`, by the host registry and by what the records tell of
 * the processes that wrote them: exact host names before globs, the longest glob first, as `hostEntryFor` decides. The
 * empty value asks for those that no rule names.
 *
 * For every group of processes and its record, `evaluate(invertHosts(rules, 'app', x, hosts, shape), record)` is
 * `resolve(…).app === x`.
 */
export function invertHosts(
  rules: IdentityRules,
  name: IdentityName,
  value: string,
  hosts: HostRegistry,
  shape: RecordShape,
): Predicate | NotAnswerable {
  if (!isPossible(value)) return NEVER;
  const question: Question = { rules: rules[name], name, value, shape };
  const found =
    shape.host === undefined ? onEveryMachine(question) : byMachine(question, hosts, shape.host);
  if (found.op === 'notAnswerable' || shape.podName === undefined) return found;
  return and(not({ op: 'exists', field: shape.podName }), found);
}
