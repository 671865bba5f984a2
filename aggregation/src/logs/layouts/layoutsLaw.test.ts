import fc from 'fast-check';
import { ROLES } from '../layout.js';
import { layoutOfIndex } from './layoutOfIndex.js';
import { layoutsOf } from './layoutsOf.js';
import type { Mapping } from './testing.js';
import { capsOf } from './testing.js';

const type = (...types: readonly string[]) => fc.constantFrom(...types);

/** Mappings as sites have them: some fields missing, some of another type. */
const mappings: fc.Arbitrary<Mapping> = fc
  .record(
    {
      '@timestamp': type('date', 'date_nanos'),
      log: type('text', 'keyword'),
      message: type('text'),
      stream: type('keyword', 'text'),
      'kubernetes.pod_name': type('keyword', 'text'),
      'kubernetes.namespace_name': type('keyword', 'text', 'long'),
      'kubernetes.namespace_name.keyword': type('keyword'),
      'kubernetes.host': type('keyword', 'object'),
      'kubernetes.labels': type('flattened', 'object'),
      'kubernetes.labels.app': type('keyword', 'object', 'text'),
      'kubernetes.labels.app_kubernetes_io/name': type('keyword'),
      'kubernetes.labels.app.kubernetes.io/name': type('keyword', 'text'),
      'docker.container_id': type('keyword'),
      'gpuscope.level': type('keyword'),
      trace_id: type('keyword', 'text'),
      MESSAGE: type('text'),
      _HOSTNAME: type('keyword'),
      'body.text': type('text'),
    },
    { requiredKeys: [] },
  )
  .map((record) => Object.fromEntries(Object.entries(record).filter(isPossible)));

/** A map has no fields under it, and a text or a keyword no objects. */
function isPossible(
  [name]: readonly [string, string],
  _: number,
  all: readonly [string, string][],
) {
  return !all.some(([above, type]) => {
    const isUnder = name.startsWith(`${above}.`) && !name.endsWith('.keyword');
    return isUnder && type !== 'object';
  });
}

const sites = fc.dictionary(
  fc.constantFrom('logs-1', 'logs-2', 'idc1:logs-3', 'ks-logstash-log-1', 'other', '.ds-x-1'),
  mappings,
  { minKeys: 1 },
);

const OPTIONS = { shape: 'auto', cluster: { kind: 'only', cluster: 'here' } } as const;
const KEYS = ['app', 'app.kubernetes.io/name', 'none'];

describe('the layouts of any indices', () => {
  it('hold each index once, or a problem names it', () => {
    fc.assert(
      fc.property(sites, (site) => {
        const { layouts, problems } = layoutsOf(capsOf(site), OPTIONS);
        const texts = problems.map(({ text }) => text);
        for (const index of Object.keys(site)) {
          const holding = layouts.filter(
            ({ indices }) => indices === undefined || indices.includes(index),
          );
          // The first three of many are named, the others counted.
          const isNamed = texts.some(
            (problem) => problem.includes(index.slice(0, 6)) || / and \d+ more/.test(problem),
          );
          expect(holding.length === 1 || (holding.length === 0 && isNamed)).toBe(true);
          expect(layoutOfIndex(index, holding)).toBe(holding[0]);
        }
      }),
    );
  });

  it('ask each index as it would be asked alone, if it were the only one', () => {
    fc.assert(
      fc.property(sites, (site) => {
        const { layouts } = layoutsOf(capsOf(site), OPTIONS);
        for (const [index, mapping] of Object.entries(site)) {
          const [alone] = layoutsOf(capsOf({ [index]: mapping }), OPTIONS).layouts;
          const among = layoutOfIndex(index, layouts);
          expect(among?.shape).toBe(alone?.shape);
          if (alone === undefined) continue;
          for (const role of ROLES) {
            // What an index lacks may be asked of it as of the others: nothing is found there.
            const field = alone.roles[role];
            if (field !== undefined) expect([role, among?.roles[role]]).toEqual([role, field]);
          }
        }
      }),
    );
  });

  it('never ask for a label where an index has it in another type, or as words only', () => {
    fc.assert(
      fc.property(sites, (site) => {
        const { layouts } = layoutsOf(capsOf(site), OPTIONS);
        for (const [index, mapping] of Object.entries(site)) {
          const layout = layoutOfIndex(index, layouts);
          for (const key of KEYS) {
            const exact = layout?.identity.podLabel(key);
            if (exact === undefined) continue;
            expect(['keyword', undefined]).toContain(mapping[exact]);
          }
        }
      }),
    );
  });

  it('do not depend on the order of the indices', () => {
    const written = (site: Readonly<Record<string, Mapping>>, names: readonly string[]) => {
      const caps = capsOf(Object.fromEntries(names.map((name) => [name, site[name] ?? {}])));
      return layoutsOf(caps, OPTIONS)
        .layouts.map(({ indices, roles, shape }) =>
          JSON.stringify([[...(indices ?? [])].sort(), shape, Object.entries(roles).sort()]),
        )
        .sort();
    };
    fc.assert(
      fc.property(sites, (site) => {
        const names = Object.keys(site);
        expect(written(site, names.toReversed())).toEqual(written(site, names));
      }),
    );
  });
});
