import type { Caller } from '@gpuscope/access';
import { GpuscopeError, say } from '@gpuscope/aggregation';
import type { Scope } from '@gpuscope/aggregation/scope';
import { withDeadline } from '../limits/deadline.js';
import type { Log } from '../log.js';
import type { PluginContext } from '../pluginProtocol/plugin.js';
import type { SelfMetrics } from '../selfMetrics.js';
import type { Session } from '../sessions/session.js';
import type { Sessions } from '../sessions/sessions.js';
import type { Asked } from './asked.js';
import type { AnyHeaders } from './asking.js';
import { askingOf } from './asking.js';
import { asGpuscopeError, noSource } from './errors.js';
import type { Timing } from './options.js';

/** A question that has passed the door: who asks, what they may see, and where the answer is. */
export interface Admitted {
  readonly session: Session;
  readonly caller: Caller;
  readonly scope: Scope;
  readonly orgId: number;
  readonly timing: Timing;
  readonly log: Log;
  readonly metrics: SelfMetrics;
}

export interface Question {
  readonly context: PluginContext;
  readonly headers: AnyHeaders;
  readonly kind: string;
  /** As it came, for the audit. */
  readonly question: unknown;
  readonly signal: AbortSignal;
}

export interface AskerOptions {
  readonly sessions: Sessions<PluginContext, Session>;
  readonly metrics: SelfMetrics;
  readonly timing: Timing;
  readonly log: Log;
  readonly now: () => number;
  readonly onAsked: (asked: Asked) => void;
}

/**
 * Answers a question for whoever may ask it: the one way to a store. Everything that it throws is a GpuscopeError.
 */
export type Ask = <T>(
  question: Question,
  work: (admitted: Admitted, signal: AbortSignal) => Promise<T>,
) => Promise<T>;

/** Whose places a question takes; those who see everything share one set of places. */
const tenantsOf = (scope: Scope): readonly string[] =>
  scope.kind === 'everything' ? ['*'] : scope.tenants.map(({ tenant }) => tenant);

export function createAsker(options: AskerOptions): Ask {
  const { sessions, metrics, timing, log, now, onAsked } = options;
  let inFlight = 0;
  metrics.gauges.inFlight = () => inFlight;
  return async (question, work) => {
    const { context, headers, kind, signal } = question;
    const startMs = now();
    const known: { caller?: Caller; scope?: Scope } = {};
    const tell = (outcome: string): void => {
      const tookMs = now() - startMs;
      metrics.answered(kind, outcome, tookMs / 1000);
      const dataSource = context.dataSource?.uid ?? '';
      const { orgId } = context;
      onAsked({ orgId, dataSource, kind, ...known, question: question.question, outcome, tookMs });
    };
    inFlight += 1;
    try {
      if (context.dataSource === undefined) throw noSource();
      const session = await sessions.get(context);
      const answer = await session.uses.run(async () => {
        const { caller, scope } = await session.access.authorise(
          askingOf(context, headers),
          signal,
        );
        Object.assign(known, { caller, scope });
        const admitted = { session, caller, scope, orgId: context.orgId, timing, log, metrics };
        return session.gate.run(tenantsOf(scope), signal, () =>
          withDeadline(timing.questionMs, signal, (mine) => work(admitted, mine)),
        );
      });
      tell('ok');
      return answer;
    } catch (error) {
      const ours = signal.aborted ? gone(error) : asGpuscopeError(error, log);
      tell(ours.code);
      throw ours;
    } finally {
      inFlight -= 1;
    }
  };
}

/** Whatever a cancelled question ended in, it ended because nobody waits for it. */
const gone = (cause: unknown): GpuscopeError =>
  new GpuscopeError('CANCELLED', say('question.gone'), { cause });
