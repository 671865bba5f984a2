import fc from 'fast-check';
import type { HostRegistry, IdentityRules } from '../../identity/index.js';
import { evaluate, hostEntryFor } from '../../identity/index.js';
import { sketchLayout } from '../search/testing/plans.js';
import { ofMachines, withoutPod } from './machines.js';

const rules: IdentityRules = { tenant: [{ from: 'host' }], app: [{ from: 'host' }], user: [] };
const NAMES = ['vm-1', 'vm-2', 'gpu-1', 'bare'] as const;
const registry: fc.Arbitrary<HostRegistry> = fc
  .dictionary(
    fc.constantFrom(...NAMES, 'vm-*', '*-1', '*'),
    fc.record({
      tenant: fc.constant('t'),
      app: fc.constantFrom('a', 'b', ''),
      user: fc.constant(''),
    }),
    { maxKeys: 4 },
  )
  .map((entries) => new Map(Object.entries(entries)));

describe('machines without pods', () => {
  it.each([
    ['beside pods', sketchLayout()],
    ['alone', sketchLayout({ without: ['pod', 'namespace'] })],
  ])('%s carry the name that the registry gives, or none', (_where, layout) => {
    fc.assert(
      fc.property(registry, fc.constantFrom(...NAMES), (hosts, machine) => {
        const app = hostEntryFor(hosts, machine)?.app ?? '';
        for (const value of ['a', 'b', '']) {
          const predicate = ofMachines(layout, { rules, hosts }, 'app', value);
          expect([value, evaluate(predicate, new Map([['machine', machine]]))]).toEqual([
            value,
            app === value,
          ]);
        }
      }),
    );
  });

  it('are not the pods that run on them', () => {
    const hosts: HostRegistry = new Map([['vm-1', { tenant: 't', app: 'a', user: '' }]]);
    const record = new Map(Object.entries({ machine: 'vm-1', pod: 'web-0' }));
    for (const value of ['a', '']) {
      expect(evaluate(ofMachines(sketchLayout(), { rules, hosts }, 'app', value), record)).toBe(
        false,
      );
    }
  });

  it('of records that hold no host carry no name', () => {
    const layout = sketchLayout({ without: ['host'] });
    const hosts: HostRegistry = new Map([['*', { tenant: 't', app: 'a', user: '' }]]);
    expect(ofMachines(layout, { rules, hosts }, 'app', 'a')).toEqual({ op: 'never' });
    expect(evaluate(ofMachines(layout, { rules, hosts }, 'app', ''), new Map())).toBe(true);
    expect(withoutPod(sketchLayout({ without: ['pod'] }))).toBeUndefined();
  });
});
