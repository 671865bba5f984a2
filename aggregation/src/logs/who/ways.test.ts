import fc from 'fast-check';
import type { IdentityRules } from '../../identity/index.js';
import { evaluate, resolve } from '../../identity/index.js';
import { sketchNamespace, sketchPod } from '../../identity/testing.js';
import { exact, sketchLayout } from '../search/testing/plans.js';
import type { Way } from './way.js';
import { needsPlaces, wayFields, waysOf } from './ways.js';

const rules: IdentityRules = {
  tenant: [{ from: 'namespace.label', key: 'ws' }, { from: 'namespace.name' }, { from: 'host' }],
  app: [
    { from: 'pod.label', key: 'ray', match: '^(.+?)(?:-raycluster-[a-z0-9]{5})?$' },
    { from: 'pod.label', key: 'app' },
    { from: 'pod.owner' },
    { from: 'host' },
  ],
  user: [
    { from: 'pod.annotation', key: 'by' },
    { from: 'namespace.annotation', key: 'by' },
  ],
};
const hosts = new Map([
  ['vm-*', { tenant: 'team-v', app: 'batch', user: 'ann' }],
  ['vm-9', { tenant: 'team-v', app: 'db', user: '' }],
]);
const naming = { rules, hosts };
const layout = sketchLayout();

/** What the ways say of a record: the name, from the one way that it is of. */
function told(ways: readonly Way[], record: ReadonlyMap<string, string>): string {
  const own = ways.filter(({ when }) => evaluate(when, record));
  const [way, ...others] = own;
  if (way === undefined || others.length > 0) throw new Error(`${own.length} ways`);
  return way.told === undefined ? '' : way.told.nameOf(record.get(way.told.field) ?? '');
}

const text = fc.constantFrom('', 'a', 'train-raycluster-ab1c2', ' odd ', 'web');
const pod = fc.record({
  namespace: fc.constantFrom('team-a', 'b'),
  ray: text,
  app: text,
  by: text,
  ws: text,
  nsBy: text,
  owner: fc.constantFrom('', 'StatefulSet/db'),
});

describe('the ways in which records tell a name', () => {
  it.each(['tenant', 'app', 'user'] as const)('give pods the %s that the rules resolve', (name) => {
    const ways = waysOf(layout, naming, name);
    fc.assert(
      fc.property(pod, ({ namespace, ray, app, by, ws, nsBy, owner }) => {
        const record = new Map(
          Object.entries({
            namespace,
            pod: 'p-1',
            'labels.ray': ray,
            'labels.app': app,
            'annotations.by': by,
            'namespaceLabels.ws': ws,
            'namespaceAnnotations.by': nsBy,
            owner: owner === '' ? '' : 'db',
          }),
        );
        const sketch = { namespace, name: 'p-1', labels: { ray, app }, annotations: { by } };
        const subject = {
          kind: 'pod',
          pod: sketchPod(owner === '' ? sketch : { ...sketch, owner }),
          namespace: sketchNamespace(namespace, { ws }, { by: nsBy }),
        } as const;
        expect(told(ways, record)).toBe(resolve(rules, subject)[name]);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['vm-1', 'batch'],
    ['vm-9', 'db'],
    ['other', ''],
    ['', ''],
  ])('give the machine %j the app %j', (machine, app) => {
    expect(told(waysOf(layout, naming, 'app'), new Map([['machine', machine]]))).toBe(app);
  });

  it('need the values of fields that patterns read, and of hosts', () => {
    expect(wayFields(layout, naming, 'app')).toEqual(['labels.ray', 'machine']);
    expect(wayFields(layout, { ...naming, hosts: new Map() }, 'tenant')).toEqual([]);
  });

  it('of records without pods are the machines only', () => {
    const machines = sketchLayout({ without: ['pod', 'namespace'] });
    const ways = waysOf(machines, naming, 'app');
    expect(told(ways, new Map([['machine', 'vm-9']]))).toBe('db');
    expect(needsPlaces(machines, naming, 'app')).toBe(false);
  });
});

describe('names that only the metrics tell', () => {
  const poor = sketchLayout({ identity: { namespaceAnnotation: () => undefined } });

  it('are those that a rule reads from what the records lack', () => {
    expect(needsPlaces(poor, naming, 'user')).toBe(true);
    expect(needsPlaces(poor, naming, 'app')).toBe(false);
    const written = sketchLayout({
      roles: { user: exact('gpuscope.user') },
      identity: { namespaceAnnotation: () => undefined },
    });
    // The filter leaves names out that it can't tell.
    expect(needsPlaces(written, naming, 'user')).toBe(true);
  });

  it('come after the rules that can be read', () => {
    const placed = new Map([
      ['user' as const, new Map([['eve', [{ namespace: 'team-a', pod: 'p-1' }]]])],
    ]);
    const ways = waysOf(poor, { ...naming, placed }, 'user');
    const record = (by: string) =>
      new Map(Object.entries({ namespace: 'team-a', pod: 'p-1', 'annotations.by': by }));
    const last = ways.find(({ placed: own }) => own !== undefined);
    expect(evaluate(last?.when ?? { op: 'never' }, record('ann'))).toBe(false);
    expect(evaluate(last?.when ?? { op: 'never' }, record(''))).toBe(true);
    expect(evaluate(last?.placed?.get('eve') ?? { op: 'never' }, record(''))).toBe(true);
  });

  it('are refused without them, with what to do', () => {
    expect(() => waysOf(poor, naming, 'user')).toThrow(
      /counted by user.*namespace\.annotation "by"/,
    );
  });
});
