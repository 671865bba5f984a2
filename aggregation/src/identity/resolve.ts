import { GpuscopeError } from '../errors.js';
import { checkRule } from './check.js';
import { valueOf } from './match.js';
import { ownerOf } from './owner.js';
import type { IdentityName, IdentityRules, LocalFrom, PodFrom, Rule } from './rules.js';
import { describeRule, IDENTITY_NAMES, isLocalFrom, isPodFrom } from './rules.js';
import type { Identity, LocalSubject, Subject } from './subject.js';

/** Identity, and which rule gave each name. */
export interface Resolved extends Identity {
  /** Index, from 0, of the rule that won; absent where the name is empty. */
  readonly because: { readonly [Name in IdentityName]?: number };
  /**
   * Index of the rule that could not be read because the pod's namespace is not known yet; its name stays
   * empty, as a later rule might give a name that this one would have overridden.
   */
  readonly unread: { readonly [Name in IdentityName]?: number };
}

type PodSubject = Extract<Subject, { kind: 'pod' }>;

/** What stands where a rule looks: undefined when nothing does, null when it can't be known now. */
type Raw = string | undefined | null;

const POD_READERS: Record<PodFrom, (subject: PodSubject, key: string) => Raw> = {
  'namespace.name': ({ pod }) => pod.namespace,
  'namespace.label': ({ namespace }, key) => (namespace ? namespace.labels.get(key) : null),
  'namespace.annotation': ({ namespace }, key) =>
    namespace ? namespace.annotations.get(key) : null,
  'pod.name': ({ pod }) => pod.name,
  'pod.label': ({ pod }, key) => pod.labels.get(key),
  'pod.annotation': ({ pod }, key) => pod.annotations.get(key),
  'pod.owner': ({ pod }) => ownerOf(pod)?.name,
};

const LOCAL_READERS: Record<LocalFrom, (subject: LocalSubject) => string> = {
  'process.user': ({ user }) => user,
  'process.group': ({ group }) => group,
  'process.unit': ({ unit }) => unit,
  'slurm.job': ({ job }) => job,
  'slurm.account': ({ account }) => account,
};

function readRaw({ from, key }: Rule, name: IdentityName, subject: Subject): Raw {
  if (subject.kind === 'pod') {
    return isPodFrom(from) ? POD_READERS[from](subject, key ?? '') : undefined;
  }
  if (from === 'host') return subject.entry?.[name];
  return subject.kind === 'local' && isLocalFrom(from) ? LOCAL_READERS[from](subject) : undefined;
}

interface Found {
  readonly value: string;
  readonly because?: number;
  readonly unread?: number;
}

type Reader = (subject: Subject) => Found;

/** One name's rules, checked and compiled. */
function readerOf(rules: readonly Rule[], name: IdentityName): Reader {
  const compiled = rules.map((rule) => ({
    rule,
    pattern: rule.match === undefined ? undefined : new RegExp(rule.match, 'u'),
  }));
  return (subject) => {
    for (const [index, { rule, pattern }] of compiled.entries()) {
      const raw = readRaw(rule, name, subject);
      if (raw === null) return { value: '', unread: index };
      const value = raw === undefined ? '' : valueOf(pattern, raw);
      if (value !== '') return { value, because: index };
    }
    return { value: '' };
  };
}

function refuseInvalid(rules: IdentityRules): void {
  const lines = IDENTITY_NAMES.flatMap((name) =>
    rules[name].flatMap((rule, index) =>
      checkRule(rule, name).map(
        ({ at, reason }) =>
          `identity.${name}[${index}].${at} (${describeRule(rule)}${rule.match === undefined ? '' : `, match ${JSON.stringify(rule.match)}`}) ${reason}`,
      ),
    ),
  );
  if (lines.length > 0) throw new GpuscopeError('RULE_INVALID', lines.join('\n'));
}

function pick(found: Record<IdentityName, Found>, key: 'because' | 'unread'): Resolved['because'] {
  const picked: { [Name in IdentityName]?: number } = {};
  for (const name of IDENTITY_NAMES) {
    const index = found[name][key];
    if (index !== undefined) picked[name] = index;
  }
  return picked;
}

/**
 * Prepares a rule list for many subjects.
 * @throws GpuscopeError RULE_INVALID, naming every rule that can't be used (see `checkRule`).
 */
export function resolverOf(rules: IdentityRules): (subject: Subject) => Resolved {
  refuseInvalid(rules);
  const tenant = readerOf(rules.tenant, 'tenant');
  const app = readerOf(rules.app, 'app');
  const user = readerOf(rules.user, 'user');
  return (subject) => {
    const found = { tenant: tenant(subject), app: app(subject), user: user(subject) };
    return {
      tenant: found.tenant.value,
      app: found.app.value,
      user: found.user.value,
      because: pick(found, 'because'),
      unread: pick(found, 'unread'),
    };
  };
}

/** The names of one pod, host or group of processes; see `resolverOf` for many. Throws as it does. */
export function resolve(rules: IdentityRules, subject: Subject): Resolved {
  return resolverOf(rules)(subject);
}
