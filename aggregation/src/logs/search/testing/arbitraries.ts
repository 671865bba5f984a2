import fc from 'fast-check';
import type { Grant, Scope } from '../../../scope/index.js';
import { EVERYTHING } from '../../../scope/index.js';
import type { FieldFilter, Selection } from '../../question.js';
import type { Stored } from './stored.js';
import { stored } from './stored.js';

const CLUSTERS = ['idc1', 'idc2'] as const;
const NAMESPACES = ['team-a', 'team-b', 'team-ab'] as const;
const PODS = ['web-0', 'web-1'] as const;
const MACHINES = ['vm-1', 'vm-2', 'gpu-1'] as const;
const LEVELS = ['error', 'WARN', 'Info', 'debug', 'strange', ''] as const;

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });

/** Records of pods and machines; any text may be absent or empty. */
export const record: fc.Arbitrary<Stored> = fc
  .record({
    cluster: maybe(fc.constantFrom(...CLUSTERS, '')),
    namespace: maybe(fc.constantFrom(...NAMESPACES, '')),
    pod: maybe(fc.constantFrom(...PODS, '')),
    container: maybe(fc.constantFrom('main', 'sidecar')),
    node: maybe(fc.constantFrom(...MACHINES)),
    machine: maybe(fc.constantFrom(...MACHINES, '')),
    unit: maybe(fc.constantFrom('ssh', 'cron')),
    level: maybe(fc.constantFrom(...LEVELS)),
    status: maybe(fc.constantFrom(200, 500)),
    reason: maybe(fc.constantFrom('oom', 'evicted', '')),
    '@timestamp': fc.integer({ min: 0, max: 20 }).map((step) => step * 1_000),
  })
  .map((fields) =>
    stored(
      Object.fromEntries(
        Object.entries(fields).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])),
      ),
    ),
  );

const fromMs = fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: undefined });
const withFloor = (grant: Grant, floor: number | undefined): Grant =>
  floor === undefined ? grant : { ...grant, fromMs: floor };

const grant: fc.Arbitrary<Grant> = fc.oneof(
  fc
    .record({
      cluster: fc.constantFrom(...CLUSTERS, ''),
      namespace: fc.constantFrom(...NAMESPACES, ''),
      fromMs,
    })
    .map(({ fromMs: floor, ...rest }) => withFloor(rest, floor)),
  fc
    .record({
      cluster: fc.constantFrom(...CLUSTERS, ''),
      host: fc.constantFrom(...MACHINES, ''),
      fromMs,
    })
    .map(({ fromMs: floor, ...rest }) => withFloor(rest, floor)),
);

export const scope: fc.Arbitrary<Scope> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(EVERYTHING) },
  {
    weight: 9,
    arbitrary: fc
      .array(
        fc.record({
          tenant: fc.constantFrom('t1', 't2'),
          grants: fc.array(grant, { maxLength: 4 }),
        }),
        {
          maxLength: 3,
        },
      )
      .map((tenants): Scope => ({ kind: 'tenants', tenants })),
  },
);

const VALUES: Readonly<Record<string, readonly string[]>> = {
  namespace: ['team-a', 'team-b', ''],
  reason: ['oom', 'evicted', '', 'absent'],
  status: ['200', '500', ''],
  host: ['vm-1', 'gpu-1', ''],
  cluster: ['idc1', 'idc2', ''],
  level: ['error', 'warning'],
};
const filter: fc.Arbitrary<FieldFilter> = fc.constantFrom(...Object.keys(VALUES)).chain((name) =>
  fc.record({
    name: fc.constant(name),
    op: fc.constantFrom('=', '!=', 'exists', 'missing'),
    values: fc.subarray([...(VALUES[name] ?? [])], { minLength: 1 }),
  }),
);
/** Lists and filters; no words. */
export const selection: fc.Arbitrary<Selection> = fc.record(
  {
    clusters: fc.subarray(['idc1', 'idc2']),
    namespaces: fc.subarray(['team-a', 'team-b', 'team-ab']),
    pods: fc.subarray(['web-0', 'web-1']),
    containers: fc.subarray(['main', 'sidecar']),
    hosts: fc.subarray(['vm-1', 'gpu-1']),
    units: fc.subarray(['ssh', 'cron']),
    levels: fc.subarray(['error', 'warning', 'info', 'debug', 'unknown'] as const),
    filters: fc.array(filter, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
