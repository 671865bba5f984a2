import type { Scope } from '@gpuscope/aggregation/scope';
import { DEFAULT_IDENTITY } from '@gpuscope/aggregation';
import type { FieldCaps } from '@gpuscope/aggregation/logs';
import { layoutsOf } from '@gpuscope/aggregation/logs';
import type { Admitted } from '../handlers/ask.js';
import { DEFAULT_TIMING } from '../handlers/options.js';
import type { Log } from '../log.js';
import { createSelfMetrics } from '../selfMetrics.js';
import type { Known } from '../sessions/known.js';
import { DEFAULT_LIMITS } from '../settings/sourceSettings.js';
import type { FakeStore } from './fakeStore.js';
import { FLUENT_BIT_CAPS } from './fakeStore.js';
import { memoryLog } from './memoryLog.js';

export interface AdmittedOptions {
  readonly store: FakeStore;
  readonly caps?: FieldCaps;
  readonly scope?: Scope;
  readonly lines?: number;
  readonly log?: Log;
}

const CLUSTER = { kind: 'only', cluster: 'idc1' } as const;

/** How the records of some fields are read, as one cluster's. */
export const knownOf = (caps: FieldCaps = FLUENT_BIT_CAPS): Known => ({
  caps,
  ...layoutsOf(caps, { shape: 'auto', cluster: CLUSTER }),
});

/** A question that was let in, with the parts of its session that answering takes. */
export function admittedTo(options: AdmittedOptions): Admitted {
  const { store, caps, scope = { kind: 'everything' }, log = memoryLog() } = options;
  const { lines = DEFAULT_LIMITS.lines } = options;
  const settings = {
    index: 'logs-*',
    cluster: CLUSTER,
    identity: DEFAULT_IDENTITY,
    hosts: new Map(),
    limits: { ...DEFAULT_LIMITS, lines },
  };
  const session = {
    store,
    settings,
    about: (signal: AbortSignal) => store.about(signal),
    known: () => Promise.resolve(knownOf(caps)),
  };
  // The rest of a session belongs to those who let questions in.
  return {
    session,
    scope,
    caller: { kind: 'anonymous' },
    orgId: 1,
    timing: DEFAULT_TIMING,
    log,
    metrics: createSelfMetrics('0'),
  } as unknown as Admitted;
}
