import fc from 'fast-check';
import type { HostRegistry, IdentityName, IdentityRules, Rule } from '../../identity/index.js';
import {
  DEFAULT_IDENTITY,
  hostEntryFor,
  IDENTITY_NAMES,
  ownerOf,
  resolve,
} from '../../identity/index.js';
import { sketchNamespace, sketchPod } from '../../identity/testing.js';
import type { Selection } from '../question.js';
import { predicateClause } from '../search/predicateClause.js';
import { fits } from '../search/testing/fits.js';
import { exact, sketchLayout } from '../search/testing/plans.js';
import type { Stored } from '../search/testing/stored.js';
import { stored, textsOf } from '../search/testing/stored.js';
import type { Naming } from './ofName.js';
import { fillIn, patternFields } from './patterns.js';
import { unanswered, whoOf } from './whoOf.js';

const TOTAL = sketchLayout();
const NO_HOSTS: HostRegistry = new Map();

/** Which of the records a store finds, with patterns filled in from what the records hold. */
function found(
  records: readonly Stored[],
  selection: Selection,
  naming: Naming,
  layout = TOTAL,
): readonly Stored[] {
  const who = whoOf(layout, { ...naming, selection });
  const listed = patternFields(who).map((field) => {
    const texts = records.map((one) => textsOf(one).get(field) ?? '');
    return [field, [...new Set(texts.filter((text) => text !== ''))]] as const;
  });
  const clause = predicateClause(fillIn(who, new Map(listed)));
  return records.filter(fits(clause));
}

const KEYS = ['app', 'by'] as const;
const TEXTS = ['a', 'b', 'team-a', 'team-b', 'a@x', ' a', ''] as const;
const MATCHES = ['^team-(.*)$', '^([^@]*)@', '(a|b)$'] as const;

type Texts = Readonly<Record<string, string>>;

const texts: fc.Arbitrary<Texts> = fc.dictionary(
  fc.constantFrom(...KEYS),
  fc.constantFrom(...TEXTS),
);
interface DrawnPod {
  readonly namespace: string;
  readonly name: string;
  readonly labels: Texts;
  readonly annotations: Texts;
  readonly owner: string;
  readonly namespaceLabels: Texts;
  readonly namespaceAnnotations: Texts;
}
const pod: fc.Arbitrary<DrawnPod> = fc.record({
  namespace: fc.constantFrom('team-a', 'team-b', 'b'),
  name: fc.constantFrom('a', 'team-a-0'),
  labels: texts,
  annotations: texts,
  owner: fc.constantFrom('StatefulSet/a', 'Job/team-b', ''),
  namespaceLabels: texts,
  namespaceAnnotations: texts,
});

const FROMS = ['namespace.name', 'namespace.label', 'namespace.annotation', 'host'] as const;
const OWN = ['pod.name', 'pod.label', 'pod.annotation', 'pod.owner'] as const;
const ruleOf = (froms: readonly Rule['from'][]): fc.Arbitrary<Rule> =>
  fc
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
const rules: fc.Arbitrary<IdentityRules> = fc.record({
  tenant: fc.array(ruleOf(FROMS), { maxLength: 3 }),
  app: fc.array(ruleOf([...FROMS, ...OWN]), { maxLength: 4 }),
  user: fc.array(ruleOf([...OWN, ...FROMS]), { maxLength: 3 }),
});

const sketchOf = ({ owner, ...rest }: DrawnPod) =>
  sketchPod(owner === '' ? rest : { ...rest, owner });

function recordOf(drawn: DrawnPod): Stored {
  const owner = ownerOf(sketchOf(drawn))?.name;
  const keyed = (base: string, pairs: Readonly<Record<string, string>>) =>
    Object.entries(pairs).map(([key, value]) => [`${base}.${key}`, value] as const);
  return stored({
    namespace: drawn.namespace,
    pod: drawn.name,
    ...(owner === undefined ? {} : { owner }),
    ...Object.fromEntries([
      ...keyed('labels', drawn.labels),
      ...keyed('annotations', drawn.annotations),
      ...keyed('namespaceLabels', drawn.namespaceLabels),
      ...keyed('namespaceAnnotations', drawn.namespaceAnnotations),
    ]),
  });
}

function resolved(all: IdentityRules, drawn: DrawnPod) {
  const namespace = sketchNamespace(
    drawn.namespace,
    drawn.namespaceLabels,
    drawn.namespaceAnnotations,
  );
  return resolve(all, { kind: 'pod', pod: sketchOf(drawn), namespace });
}

const LISTS: Readonly<Record<IdentityName, 'tenants' | 'apps' | 'users'>> = {
  tenant: 'tenants',
  app: 'apps',
  user: 'users',
};

describe('who the chosen names are', () => {
  it.each(IDENTITY_NAMES)('a %s is found in exactly the pods that resolve to it', (name) => {
    let named = 0;
    fc.assert(
      fc.property(rules, fc.array(pod, { minLength: 1, maxLength: 4 }), (all, drawn) => {
        const records = drawn.map(recordOf);
        const names = drawn.map((one) => resolved(all, one)[name]);
        const naming = { rules: all, hosts: NO_HOSTS };
        for (const value of new Set([...names, 'a', 'b', 'nobody'])) {
          const wanted = records.filter((_, at) => names[at] === value);
          if (value !== '' && wanted.length > 0) named += 1;
          expect(found(records, { [LISTS[name]]: [value] }, naming)).toEqual(wanted);
        }
      }),
      { numRuns: 150 },
    );
    expect(named).toBeGreaterThan(10);
  });

  it('several apps are any of them; apps and users must both fit; filters say not', () => {
    const records = [
      recordOf({ ...PLAIN, labels: { app: 'web', by: 'ann' } }),
      recordOf({ ...PLAIN, labels: { app: 'db', by: 'bob' } }),
      recordOf({ ...PLAIN, labels: { by: 'bob' } }),
    ];
    const label = (key: string): Rule => ({ from: 'pod.label', key });
    const naming = {
      rules: { tenant: [], app: [label('app')], user: [label('by')] },
      hosts: NO_HOSTS,
    };
    const at = (selection: Selection) =>
      found(records, selection, naming).map((one) => records.indexOf(one));
    const filter = (op: '=' | '!=' | 'exists' | 'missing', ...values: readonly string[]) => ({
      filters: [{ name: 'app', op, values }],
    });
    expect(at({ apps: ['web', 'db'] })).toEqual([0, 1]);
    expect(at({ apps: ['web', 'db'], users: ['bob'] })).toEqual([1]);
    expect(at({ apps: [] })).toEqual([0, 1, 2]);
    expect(at(filter('=', 'web'))).toEqual([0]);
    expect(at(filter('!=', 'web'))).toEqual([1, 2]);
    expect(at(filter('exists'))).toEqual([0, 1]);
    expect(at(filter('missing'))).toEqual([2]);
  });

  it('machines without pods are told by the host registry, exact names before globs', () => {
    const entry = (app: string) => ({ tenant: 't', app, user: '' });
    const hosts: HostRegistry = new Map([
      ['vm-*', entry('batch')],
      ['vm-1', entry('db')],
      ['bare', entry('')],
    ]);
    const names = ['vm-1', 'vm-2', 'other', 'bare'];
    const records = [
      ...names.map((machine) => stored({ machine })),
      stored({ machine: 'vm-1', pod: 'web-0', namespace: 'team-a' }),
    ];
    const naming = { rules: DEFAULT_IDENTITY, hosts };
    for (const app of ['db', 'batch', '']) {
      const wanted = names.filter((name) => (hostEntryFor(hosts, name)?.app ?? '') === app);
      const machines = found(records, { apps: [app] }, naming).filter(
        ({ fields }) => fields.pod === undefined,
      );
      expect([app, machines.map(({ fields }) => fields.machine)]).toEqual([app, wanted]);
    }
  });
});

const PLAIN: DrawnPod = {
  namespace: 'team-a',
  name: 'web-0',
  labels: {},
  annotations: {},
  owner: '',
  namespaceLabels: {},
  namespaceAnnotations: {},
};

describe('records that hold less than the rules read', () => {
  const poor = sketchLayout({
    identity: { podOwner: undefined, podLabel: () => undefined, podAnnotation: () => undefined },
  });
  const naming = (app: readonly Rule[]): Naming => ({
    rules: { tenant: [], app, user: [] },
    hosts: NO_HOSTS,
  });

  it('are refused by index, rule and what to do, and named for a look-up before that', () => {
    const options = {
      ...naming([{ from: 'pod.label', key: 'app' }]),
      selection: { apps: ['web'] },
    };
    expect(() => whoOf(poor, options)).toThrow(/"web".*pod\.label "app".*gpuscope\.app/);
    const [left, ...others] = unanswered(poor, options);
    expect(left).toMatchObject({ name: 'app', value: 'web' });
    expect(left?.reason.text).toContain('pod.label "app"');
    expect(others).toEqual([]);
    expect(unanswered(TOTAL, options)).toEqual([]);
  });

  it('are found by the pods that the metrics name', () => {
    const places = (_: string, value: string) =>
      value === 'web'
        ? [
            { namespace: 'team-a', pod: 'web-0' },
            { namespace: 'team-a', pod: 'web-1' },
          ]
        : [];
    const records = [
      stored({ namespace: 'team-a', pod: 'web-0' }),
      stored({ namespace: 'team-b', pod: 'web-0' }),
      stored({ namespace: 'team-a', pod: 'db-0' }),
    ];
    const own = { ...naming([{ from: 'pod.label', key: 'app' }]), places };
    expect(found(records, { apps: ['web'] }, own, poor)).toEqual([records[0]]);
    expect(found(records, { apps: ['none'] }, own, poor)).toEqual([]);
  });

  it('keep a pod to its cluster where both say which', () => {
    const places = () => [{ cluster: 'idc1', namespace: 'team-a', pod: 'web-0' }];
    const records = ['idc1', 'idc2'].map((cluster) =>
      stored({ cluster, namespace: 'team-a', pod: 'web-0' }),
    );
    const own = { ...naming([{ from: 'pod.label', key: 'app' }]), places };
    expect(found(records, { apps: ['web'] }, own, poor)).toEqual([records[0]]);
  });

  it('have all pods of a namespace for a tenant', () => {
    const rule: Rule = { from: 'namespace.label', key: 'workspace' };
    const layout = sketchLayout({ identity: { namespaceLabel: () => undefined } });
    const own: Naming = {
      rules: { tenant: [rule], app: [], user: [] },
      hosts: NO_HOSTS,
      places: () => [{ namespace: 'team-a', pod: 'web-0' }],
    };
    const records = [
      stored({ namespace: 'team-a', pod: 'gone-1' }),
      stored({ namespace: 'team-b', pod: 'web-0' }),
    ];
    expect(found(records, { tenants: ['x'] }, own, layout)).toEqual([records[0]]);
  });

  it.each([
    ['web-7d4b9c6f8-x2x9z', 'web'],
    ['train-28934560-bcdfg', 'train'],
    ['node-agent-x7k2m', 'node-agent'],
    ['db-12', 'db'],
  ])('tell the owner of the pod %s from its name', (name, app) => {
    const records = [
      stored({ namespace: 'team-a', pod: name }),
      stored({ namespace: 'team-a', pod: 'other' }),
    ];
    expect(found(records, { apps: [app] }, naming([{ from: 'pod.owner' }]), poor)).toEqual([
      records[0],
    ]);
  });

  it('are looked up before a name is guessed from, where there are metrics', () => {
    const options = { ...naming([{ from: 'pod.owner' }]), selection: { apps: ['web'] } };
    expect(unanswered(poor, options)).toHaveLength(1);
    const places = () => [{ namespace: 'team-a', pod: 'odd-name' }];
    const records = [
      stored({ namespace: 'team-a', pod: 'odd-name' }),
      stored({ namespace: 'team-a', pod: 'web-0' }),
    ];
    expect(found(records, { apps: ['web'] }, { ...options, places }, poor)).toEqual([records[0]]);
  });
});

describe('what the shipped filter wrote at index time', () => {
  const written = sketchLayout({
    roles: { app: exact('gpuscope.app'), user: exact('gpuscope.user') },
    identity: { podOwner: undefined },
  });
  const rules: IdentityRules = {
    tenant: [{ from: 'namespace.name' }],
    app: [{ from: 'pod.label', key: 'app' }, { from: 'pod.owner' }],
    user: [],
  };
  const naming = { rules, hosts: NO_HOSTS };

  it('comes before what the rules read, and the rules answer for records without it', () => {
    const pods = { namespace: 'team-a', pod: 'web-0' };
    const records = [
      stored({ ...pods, 'gpuscope.app': 'web', 'labels.app': 'other' }),
      stored({ ...pods, 'labels.app': 'web' }),
      stored({ ...pods, 'gpuscope.app': 'other', 'labels.app': 'web' }),
      stored(pods),
    ];
    expect(found(records, { apps: ['web'] }, naming, written)).toEqual(records.slice(0, 2));
    expect(found(records, { apps: [''] }, naming, written)).toEqual(records.slice(3));
  });

  it('is asked of the metrics, too, where it was left out and the rules read what records lack', () => {
    const asked = { ...naming, selection: { apps: ['web'] } };
    expect(unanswered(written, asked)).toMatchObject([{ name: 'app', value: 'web' }]);
    const pods = { namespace: 'team-a', pod: 'web-0' };
    const records = [
      stored(pods),
      stored({ ...pods, 'gpuscope.app': 'other' }),
      stored({ ...pods, pod: 'db-0' }),
    ];
    const places = () => [{ namespace: 'team-a', pod: 'web-0' }];
    expect(found(records, { apps: ['web'] }, { ...naming, places }, written)).toEqual([records[0]]);
  });

  it('never tells a tenant', () => {
    const records = [
      stored({ namespace: 'team-a', pod: 'p', 'gpuscope.tenant': 'team-b' }),
      stored({ namespace: 'team-b', pod: 'p' }),
    ];
    expect(found(records, { tenants: ['team-b'] }, naming, written)).toEqual([records[1]]);
  });
});

describe('fields that the store can compare, but not list', () => {
  const flat = { ...TOTAL, field: (name: string) => exact(name, 'flat_object') };
  const naming = (match?: string): Naming => ({
    rules: {
      tenant: [],
      app: [{ from: 'pod.label', key: 'app', ...(match === undefined ? {} : { match }) }],
      user: [],
    },
    hosts: NO_HOSTS,
  });

  it('answer plain rules', () => {
    const records = [stored({ pod: 'p', 'labels.app': 'web' }), stored({ pod: 'p' })];
    expect(found(records, { apps: ['web'] }, naming(), flat)).toEqual([records[0]]);
  });

  it('answer no rule with a pattern: refused, or told by the metrics', () => {
    const own = naming('^(.+)-x$');
    expect(() => whoOf(flat, { ...own, selection: { apps: ['web'] } })).toThrow(
      /pattern.*can't list/,
    );
    const places = () => [{ namespace: 'team-a', pod: 'p' }];
    const records = [
      stored({ namespace: 'team-a', pod: 'p' }),
      stored({ namespace: 'team-a', pod: 'q' }),
    ];
    expect(found(records, { apps: ['web'] }, { ...own, places }, flat)).toEqual([records[0]]);
  });

  it('leave what comes before the pattern as it is', () => {
    const { rules } = naming('^(.+)-x$');
    const app: readonly Rule[] = [{ from: 'namespace.name' }, ...rules.app];
    const records = [stored({ namespace: 'team-a', pod: 'p' })];
    const own = { rules: { ...rules, app }, hosts: NO_HOSTS };
    expect(found(records, { apps: ['team-a'] }, own, flat)).toEqual(records);
  });
});

describe('patterns', () => {
  it('can not be asked of a store before their fields are listed', () => {
    const who = whoOf(TOTAL, {
      rules: { tenant: [], app: [{ from: 'pod.name', match: '^(.+)-\\d+$' }], user: [] },
      hosts: NO_HOSTS,
      selection: { apps: ['web'] },
    });
    expect(patternFields(who)).toEqual(['pod']);
    expect(() => predicateClause(who)).toThrow(/listed first/);
    expect(() => fillIn(who, new Map())).toThrow(/"pod" were not listed/);
  });

  it('become one list of values, however many there are', () => {
    const who = whoOf(TOTAL, {
      rules: { tenant: [], app: [{ from: 'pod.name', match: '^(.+)-\\d+$' }], user: [] },
      hosts: NO_HOSTS,
      selection: { apps: ['web'] },
    });
    const pods = Array.from({ length: 10_000 }, (_, at) => `web-${at}`);
    const clause = predicateClause(fillIn(who, new Map([['pod', pods]])));
    expect(JSON.stringify(clause).match(/"terms"/g)).toHaveLength(1);
  });
});
