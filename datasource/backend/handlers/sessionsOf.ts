import { GpuscopeError } from '@gpuscope/aggregation';
import type { PluginContext } from '../pluginProtocol/plugin.js';
import type { SelfMetrics } from '../selfMetrics.js';
import { openSession } from '../sessions/openSession.js';
import type { Session } from '../sessions/session.js';
import type { Sessions } from '../sessions/sessions.js';
import { createSessions } from '../sessions/sessions.js';
import { loadSettings } from '../settings/load.js';
import { noSource } from './errors.js';
import type { CreateStore, PluginOptions, Timing } from './options.js';

/** Data sources whose connections are kept; one process serves those of every organisation. */
const MAX_SESSIONS = 100;

const grafanaUrlOf = ({ grafanaConfig }: PluginContext): string => grafanaConfig.GF_APP_URL ?? '';

export interface SessionsDeps {
  readonly options: PluginOptions;
  readonly createStore: CreateStore;
  readonly metrics: SelfMetrics;
  readonly timing: Timing;
  readonly now: () => number;
}

/** Keeps a session for each data source of each organisation, opened again when its settings have changed. */
export function sessionsOf(deps: SessionsDeps): Sessions<PluginContext, Session> {
  const { options, createStore, metrics, timing, now } = deps;
  const { configFile: path, pluginFolder, env, log } = options;

  const live = new Set<Session>();
  const sum = (of: (session: Session) => number): number =>
    [...live].reduce((all, session) => all + of(session), 0);
  metrics.gauges.sessions = () => live.size;
  metrics.gauges.waiting = () => sum(({ gate }) => gate.waiting);
  metrics.gauges.readings = () => sum(({ readings }) => readings.size);

  const open = async (context: PluginContext): Promise<Session> => {
    const { dataSource } = context;
    if (dataSource === undefined) throw noSource();
    const settings = await loadSettings(dataSource, { path, pluginFolder, env });
    const session = await openSession({
      settings,
      store: await createStore(settings.store),
      grafanaUrl: grafanaUrlOf(context),
      log,
      now,
      timing,
      onLook: (cache, found) => metrics.looked(cache, found),
      onClosed: () => live.delete(session),
    });
    live.add(session);
    return session;
  };
  return createSessions<PluginContext, Session>({
    open,
    idOf: ({ orgId, dataSource }) => `${orgId} ${dataSource?.uid ?? ''}`,
    stampOf: (context) => `${context.dataSource?.updatedMs ?? 0} ${grafanaUrlOf(context)}`,
    isFresh: (session) => session.isFresh(),
    max: MAX_SESSIONS,
    onCloseError: (error) =>
      log.warn('a connection to a store could not be closed', {
        code: error instanceof GpuscopeError ? error.code : 'INTERNAL',
        reason: String(error),
      }),
  });
}
