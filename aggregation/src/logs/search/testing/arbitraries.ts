import fc from 'fast-check';
import type { Grant, Scope } from '../../../scope/index.js';
import { EVERYTHING } from '../../../scope/index.js';
import type { Selection } from '../../question.js';
import type { Stored } from './stored.js';
import { stored } from './stored.js';

export const CLUSTERS = ['idc1', 'idc2'] as const;
export const NAMESPACES = ['team-a', 'team-b', 'team-ab'] as const;
export const PODS = ['web-0', 'web-1'] as const;
export const MACHINES = ['vm-1', 'vm-2', 'gpu-1'] as const;
export const LEVELS = ['error', 'WARN', 'Info', 'debug', 'strange', ''] as const;

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

const some = <T>(...values: readonly T[]) =>
  fc.option(fc.subarray([...values]), { nil: undefined });

/** Lists and filters; no words. */
export const selection: fc.Arbitrary<Selection> = fc
  .record({
    clusters: some(...CLUSTERS),
    namespaces: some(...NAMESPACES),
    pods: some(...PODS),
    containers: some('main', 'sidecar'),
    hosts: some(...MACHINES),
    units: some('ssh', 'cron'),
    levels: some('error', 'warning', 'info', 'debug', 'unknown'),
    filters: fc.option(
      fc.array(
        fc.record({
          name: fc.constantFrom('namespace', 'reason', 'status', 'host', 'cluster', 'level'),
          op: fc.constantFrom('=', '!=', 'exists', 'missing'),
          values: fc.constant<string[]>([]),
        }),
        { maxLength: 2 },
      ),
      { nil: undefined },
    ),
  })
  .chain((drawn) =>
    fc.constant(
      Object.fromEntries(
        Object.entries(drawn).filter(([, value]) => value !== undefined),
      ) as Selection,
    ),
  );
