import fc from 'fast-check';
import type { HostRegistry, IdentityRules, Rule } from '../../identity/index.js';
import { evaluate, hostEntryFor, resolve } from '../../identity/index.js';
import { sketchLocal } from '../../identity/testing.js';
import { exact, sketchLayout } from '../search/testing/plans.js';
import { machineRules } from './machineRules.js';
import { ofMachines } from './machines.js';
import { waysOf } from './ways.js';

const HOST: Rule = { from: 'host' };
const UNIT: Rule = { from: 'process.unit', match: '^(.+)\\.service$' };
const USER: Rule = { from: 'process.user' };
const JOURNAL = sketchLayout({
  without: ['pod', 'namespace'],
  identity: { processUnit: 'unit' },
});
const NODES = sketchLayout({ identity: { processUnit: 'unit' } });

const naming = (hosts: HostRegistry, ...app: readonly Rule[]) => ({
  rules: { tenant: [], app, user: [] } satisfies IdentityRules,
  hosts,
});
const BATCH: HostRegistry = new Map([['vm-*', { tenant: 't', app: 'batch', user: '' }]]);
const froms = (rules: readonly Rule[]) => rules.map(({ from }) => from);

describe('the rules that tell machines’ records', () => {
  const told = (layout: typeof JOURNAL, hosts: HostRegistry, ...app: readonly Rule[]) =>
    froms(machineRules(layout, naming(hosts, ...app), 'app'));

  it('are those about machines, in their order', () => {
    const rules = [{ from: 'pod.owner' }, HOST, UNIT] satisfies Rule[];
    expect(told(JOURNAL, BATCH, ...rules)).toEqual(['host', 'process.unit']);
  });

  it('end where the records lack what a rule reads: it may have given another name', () => {
    expect(told(JOURNAL, BATCH, UNIT, USER, HOST)).toEqual(['process.unit']);
    expect(told(sketchLayout(), BATCH, HOST, UNIT)).toEqual(['host']);
    expect(told(sketchLayout({ without: ['host'] }), BATCH, HOST, UNIT)).toEqual([]);
  });

  it('leave the registry out where there is none', () => {
    const noHost = sketchLayout({ without: ['host'], identity: { processUnit: 'unit' } });
    expect(told(noHost, new Map(), HOST, UNIT)).toEqual(['process.unit']);
  });

  it('end at a pattern on a field that the store can not list', () => {
    const unlisted = { ...JOURNAL, field: () => exact('unit', 'flat_object') };
    expect(told(unlisted, BATCH, HOST, UNIT)).toEqual(['host']);
    expect(told(unlisted, BATCH, HOST, { from: 'process.unit' })).toEqual(['host', 'process.unit']);
  });
});

describe('a machine’s record', () => {
  const hostNames = ['vm-1', 'vm-2', 'bare'] as const;
  const registry: fc.Arbitrary<HostRegistry> = fc
    .dictionary(
      fc.constantFrom(...hostNames, 'vm-*', '*'),
      fc.record({
        tenant: fc.constant('t'),
        app: fc.constantFrom('ocr', 'vllm', 'team-ocr', ''),
        user: fc.constant(''),
      }),
      { maxKeys: 3 },
    )
    .map((entries) => new Map(Object.entries(entries)));
  const rule = fc.constantFrom<Rule>(HOST, { from: 'host', match: '^team-(.+)$' }, UNIT, {
    from: 'process.unit',
  });
  const unit = fc.constantFrom('', 'vllm.service', 'ocr', 'session-3.scope');

  it.each([
    ['beside pods', NODES],
    ['alone', JOURNAL],
  ])('%s is found under the app that it is counted under, as the rules say', (_, layout) => {
    let named = 0;
    fc.assert(
      fc.property(
        fc.array(rule, { maxLength: 3 }),
        registry,
        fc.constantFrom(...hostNames),
        unit,
        (rules, hosts, host, own) => {
          const asked = naming(hosts, ...rules);
          const entry = hostEntryFor(hosts, host);
          const subject = sketchLocal({
            host,
            unit: own,
            ...(entry === undefined ? {} : { entry }),
          });
          const { app } = resolve(asked.rules, subject);
          if (app !== '') named += 1;
          const record = new Map([
            ['machine', host],
            ['unit', own],
          ]);
          for (const value of ['', 'ocr', 'vllm', 'team-ocr', 'vllm.service', 'session-3.scope']) {
            const found = evaluate(ofMachines(layout, asked, 'app', value), record);
            expect([value, found]).toEqual([value, app === value]);
          }
          const ways = waysOf(layout, asked, 'app').filter(({ when }) => evaluate(when, record));
          expect(ways).toHaveLength(1);
          const [way] = ways;
          const counted = way?.told?.nameOf(record.get(way.told.field) ?? '') ?? '';
          expect(counted).toBe(app);
        },
      ),
      { numRuns: 300 },
    );
    expect(named).toBeGreaterThan(30);
  });
});
