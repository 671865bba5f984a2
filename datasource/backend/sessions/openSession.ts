import type { Access, VerifyToken } from '@gpuscope/access';
import { createAccess, createPolicy, createTokenVerifier } from '@gpuscope/access';
import type { TenancySite } from '@gpuscope/aggregation';
import { createGate } from '../limits/gate.js';
import type { Log } from '../log.js';
import { askPrometheus } from '../prometheus/pods.js';
import type { SourceSettings } from '../settings/sourceSettings.js';
import type { LogStore } from '../stores/port.js';
import { cached } from './cached.js';
import { watchFiles } from './files.js';
import { learn } from './known.js';
import type { LinesReading } from './linesReading.js';
import { createReadings } from './readings.js';
import type { Session } from './session.js';
import { createUses } from './uses.js';

export interface SessionOptions {
  readonly settings: SourceSettings;
  readonly store: LogStore;
  /** Grafana's root address: the issuer of its tokens. Empty where it did not say. */
  readonly grafanaUrl: string;
  readonly log: Log;
  readonly now: () => number;
  readonly timing: {
    readonly storeMs: number;
    readonly fieldsTtlMs: number;
    readonly filesMs: number;
    readonly readingIdleMs: number;
  };
  readonly onLook: (cache: string, found: 'hit' | 'miss') => void;
  readonly onClosed: () => void;
}

/** For each that runs, so many may wait. */
const WAITING_FOR_ONE = 8;
const MAX_READINGS = { max: 200, perOwner: 8 };

function verifierOf({ grafana }: TenancySite, grafanaUrl: string): VerifyToken {
  if (grafanaUrl === '')
    return () =>
      Promise.resolve({ reason: 'Grafana does not say its own address, which signs its tokens' });
  return createTokenVerifier({
    issuer: grafanaUrl,
    ...(grafana !== undefined && { grafana }),
  });
}

function accessOf({ settings, grafanaUrl, log }: SessionOptions): Access {
  const { tenancy } = settings;
  const policy = createPolicy(tenancy, (trouble) =>
    log.error('the tenancy policy is in trouble', {
      code: trouble.code,
      reason: trouble.message,
    }),
  );
  return createAccess(policy, verifierOf(tenancy, grafanaUrl));
}

/** Opens what questions to one data source share; nothing is asked of the store yet. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { settings, store, log, now, timing, onLook } = options;
  const { perTenant } = settings.limits;
  const access = accessOf(options);
  const uses = createUses();
  const cache = (name: string, ttlMs: number) => ({
    ttlMs,
    timeoutMs: timing.storeMs,
    now,
    onLook: (found: 'hit' | 'miss') => onLook(name, found),
  });
  const readings = createReadings<LinesReading>({
    ...MAX_READINGS,
    idleMs: timing.readingIdleMs,
    onCloseError: (error) => log.warn('a reading could not be closed', { reason: String(error) }),
  });
  return {
    settings,
    store,
    access,
    uses,
    readings,
    gate: createGate({ perTenant, waiting: perTenant * WAITING_FOR_ONE }),
    ...(settings.prometheusUrl !== undefined && { metrics: askPrometheus(settings.prometheusUrl) }),
    about: cached((signal) => store.about(signal), cache('about', timing.fieldsTtlMs)),
    known: cached((signal) => learn(store, settings, signal), cache('fields', timing.fieldsTtlMs)),
    isFresh: await watchFiles(settings.files, timing.filesMs, now),
    async close() {
      options.onClosed();
      await uses.idle();
      await readings.close();
      access.close();
      await store.close();
    },
  };
}
