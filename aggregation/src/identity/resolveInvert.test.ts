import fc from 'fast-check';
import { evaluate } from './evaluate.js';
import type { HostRegistry } from './hosts.js';
import { hostEntryFor } from './hosts.js';
import type { RecordShape } from './invert.js';
import { invert } from './invert.js';
import { invertHosts } from './invertHosts.js';
import { ownerOf } from './owner.js';
import { resolve } from './resolve.js';
import type { IdentityName, IdentityRules, Rule } from './rules.js';
import { IDENTITY_NAMES } from './rules.js';
import type { LocalSubject, NamespaceInfo, PodInfo } from './subject.js';
import { legalValue } from './value.js';

/** Records that hold everything a rule can read. */
const TOTAL: Required<RecordShape> = {
  namespaceName: 'namespace',
  podName: 'pod',
  host: 'host',
  podOwner: 'owner',
  podLabel: (key) => `pod.labels.${key}`,
  podAnnotation: (key) => `pod.annotations.${key}`,
  namespaceLabel: (key) => `namespace.labels.${key}`,
  namespaceAnnotation: (key) => `namespace.annotations.${key}`,
  processUser: 'user',
  processGroup: 'group',
  processUnit: 'unit',
  slurmJob: 'job',
  slurmAccount: 'account',
};

const KEYS = ['app', 'by'] as const;
const TEXTS = ['', 'a', 'b', 'ab', 'a-b', 'team-a', 'team-b', 'a@x', ' a', 'a\n', '\t'] as const;
const ODD = [
  legalValue(' a'),
  legalValue('a\n'),
  'x'.repeat(200),
  'x'.repeat(300),
  '\ud800',
] as const;
const MATCHES = ['^team-(.*)$', '^([^@]*)@', '(a|b)$', '^(a)?', '-(.)'] as const;
const HOST_NAMES = ['gpu-1', 'gpu-2', 'gpu-22', 'vm-1', 'a.b', 'axb'] as const;
const GLOBS = [...HOST_NAMES, '*', 'gpu-*', 'gpu-?', '*-1', '?.b', 'vm*'] as const;

const name = fc.constantFrom('a', 'b', 'a-b', 'team-a', 'team-b', 'a-29012345');
const text = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...TEXTS) }, fc.constantFrom(...ODD));
const texts = fc
  .dictionary(fc.constantFrom(...KEYS, 'pod-template-hash'), text)
  .map((pairs) => new Map(Object.entries(pairs)));

const pod: fc.Arbitrary<PodInfo> = fc.record(
  {
    namespace: name,
    name,
    uid: fc.constant('u'),
    node: fc.constant('gpu-1'),
    phase: fc.constant('Running'),
    labels: texts,
    annotations: texts,
    owner: fc.record({ kind: fc.constantFrom('ReplicaSet', 'Job', 'Node', 'StatefulSet'), name }),
  },
  { requiredKeys: ['namespace', 'name', 'uid', 'node', 'phase', 'labels', 'annotations'] },
);
const namespaceTexts = fc.record({ labels: texts, annotations: texts });

function ruleOf(froms: readonly Rule['from'][]): fc.Arbitrary<Rule> {
  return fc
    .record({
      from: fc.constantFrom(...froms),
      key: fc.constantFrom(...KEYS),
      match: fc.option(fc.constantFrom(...MATCHES), { nil: undefined, freq: 2 }),
    })
    .map(({ from, key, match }) => ({
      from,
      ...(/label|annotation/.test(from) ? { key } : {}),
      ...(match === undefined ? {} : { match }),
    }));
}
const SAFE = [
  'namespace.name',
  'namespace.label',
  'namespace.annotation',
  'process.user',
  'process.group',
  'process.unit',
  'slurm.account',
  'host',
] as const;
const OWN = ['pod.name', 'pod.label', 'pod.annotation', 'pod.owner', 'slurm.job'] as const;
const MACHINES = ['host', 'process.user', 'process.unit', 'slurm.job', 'pod.owner'] as const;
const list = (froms: readonly Rule['from'][]) => fc.array(ruleOf(froms), { maxLength: 4 });
const rules: fc.Arbitrary<IdentityRules> = fc.record({
  tenant: list(SAFE),
  app: list([...SAFE, ...OWN]),
  user: list([...OWN, ...SAFE]),
});

function recordOf(info: PodInfo, namespace: NamespaceInfo): Map<string, string> {
  const owner = ownerOf(info)?.name;
  return new Map([
    ['namespace', info.namespace],
    ['pod', info.name],
    ['host', info.node],
    ...(owner === undefined ? [] : [['owner', owner] as const]),
    ...[...info.labels].map(([key, value]) => [TOTAL.podLabel(key) ?? '', value] as const),
    ...[...info.annotations].map(
      ([key, value]) => [TOTAL.podAnnotation(key) ?? '', value] as const,
    ),
    ...[...namespace.labels].map(([key, v]) => [TOTAL.namespaceLabel(key) ?? '', v] as const),
    ...[...namespace.annotations].map(
      ([key, v]) => [TOTAL.namespaceAnnotation(key) ?? '', v] as const,
    ),
  ]);
}

/** Values worth asking for: what any rule could give, what none could, and nothing. */
const CANDIDATES = [
  ...new Set([...TEXTS, ...ODD, ...TEXTS.map(legalValue), ...ODD.map(legalValue)]),
];

function answers(list: readonly Rule[], value: string, record: Map<string, string>): boolean {
  const predicate = invert(list, value, TOTAL);
  if (predicate.op === 'notAnswerable') throw new Error('a total shape answers everything');
  return evaluate(predicate, record);
}

/** Processes with what the registry says of their machine. */
function localOf(own: Omit<LocalSubject, 'kind'>, hosts: HostRegistry): LocalSubject {
  const entry = hostEntryFor(hosts, own.host);
  return { kind: 'local', ...own, ...(entry === undefined ? {} : { entry }) };
}

describe('resolve and invert', () => {
  it.each(IDENTITY_NAMES)('agree on every %s of every pod', (which: IdentityName) => {
    let named = 0;
    fc.assert(
      fc.property(rules, pod, namespaceTexts, (all, info, about) => {
        const namespace = { name: info.namespace, ...about };
        const found = resolve(all, { kind: 'pod', pod: info, namespace })[which];
        const record = recordOf(info, namespace);
        if (found !== '') named++;
        for (const value of new Set([...CANDIDATES, found])) {
          expect([value, answers(all[which], value, record)]).toEqual([value, found === value]);
        }
      }),
      { numRuns: 400 },
    );
    expect(named).toBeGreaterThan(50);
  });

  it('a shape that lacks a field either says so or still agrees', () => {
    const poor: RecordShape = { ...TOTAL, podOwner: undefined, namespaceLabel: () => undefined };
    let answered = 0;
    fc.assert(
      fc.property(rules, pod, namespaceTexts, (all, info, about) => {
        const namespace = { name: info.namespace, ...about };
        const found = resolve(all, { kind: 'pod', pod: info, namespace }).app;
        const predicate = invert(all.app, found, poor);
        if (predicate.op === 'notAnswerable') {
          const rule = all.app[predicate.rule];
          expect(['pod.owner', 'namespace.label']).toContain(rule?.from);
        } else {
          answered++;
          expect(evaluate(predicate, recordOf(info, namespace))).toBe(true);
        }
      }),
    );
    expect(answered).toBeGreaterThan(10);
  });

  const entry = fc.record({ tenant: text, app: text, user: text });
  const registry: fc.Arbitrary<HostRegistry> = fc
    .dictionary(fc.constantFrom(...GLOBS), entry, { maxKeys: 6 })
    .map((pairs) => new Map(Object.entries(pairs)));
  const processes = fc.record({
    host: fc.constantFrom(...HOST_NAMES),
    user: text,
    group: text,
    unit: text,
    job: text,
    account: text,
  });
  const machineRules = fc.record({
    tenant: list(SAFE),
    app: list(MACHINES),
    user: list([...MACHINES, ...SAFE]),
  });

  it.each(IDENTITY_NAMES)('agree on every %s of processes on every machine', (which) => {
    let named = 0;
    fc.assert(
      fc.property(machineRules, registry, processes, (all, hosts, own) => {
        const found = resolve(all, localOf(own, hosts))[which];
        if (found !== '') named++;
        const record = new Map(Object.entries(own));
        for (const value of new Set([...CANDIDATES, found])) {
          const predicate = invertHosts(all, which, value, hosts, TOTAL);
          if (predicate.op === 'notAnswerable') throw new Error('a total shape tells everything');
          expect([value, evaluate(predicate, record)]).toEqual([value, found === value]);
          expect(evaluate(predicate, new Map([...record, ['pod', 'p']]))).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
    expect(named).toBeGreaterThan(50);
  });

  it('agree on every machine as a whole', () => {
    fc.assert(
      fc.property(machineRules, registry, fc.constantFrom(...HOST_NAMES), (all, hosts, host) => {
        const own = hostEntryFor(hosts, host);
        fc.pre(own !== undefined);
        const found = resolve(all, { kind: 'host', host, entry: own }).app;
        for (const value of CANDIDATES) {
          const predicate = invertHosts(all, 'app', value, hosts, TOTAL);
          if (predicate.op === 'notAnswerable') throw new Error('a total shape tells everything');
          expect([value, evaluate(predicate, new Map([['host', host]]))]).toEqual([
            value,
            found === value,
          ]);
        }
      }),
    );
  });

  it('records that do not tell all of their processes either say so or still agree', () => {
    const poor: RecordShape = { ...TOTAL, processUser: undefined, slurmJob: undefined };
    let answered = 0;
    fc.assert(
      fc.property(machineRules, registry, processes, (all, hosts, own) => {
        const found = resolve(all, localOf(own, hosts)).app;
        const predicate = invertHosts(all, 'app', found, hosts, poor);
        if (predicate.op === 'notAnswerable') {
          expect(['process.user', 'slurm.job']).toContain(all.app[predicate.rule]?.from);
        } else {
          answered++;
          expect(evaluate(predicate, new Map(Object.entries(own)))).toBe(true);
        }
      }),
    );
    expect(answered).toBeGreaterThan(10);
  });
});
