import type { GpuscopeError } from '@gpuscope/aggregation';
import type { Ask } from '../handlers/ask.js';
import { asGpuscopeError } from '../handlers/errors.js';
import type { Log } from '../log.js';
import { withDeadline } from '../limits/deadline.js';
import type { Headers, HealthResult, PluginContext } from '../pluginProtocol/plugin.js';
import { learn } from '../sessions/known.js';
import type { Session } from '../sessions/session.js';
import type { Sessions } from '../sessions/sessions.js';
import { askingOf } from '../handlers/asking.js';
import type { Check } from './check.js';
import { policyChecks } from './policyChecks.js';
import { prometheusChecks } from './prometheusChecks.js';
import { failed } from './remedies.js';
import { shapeChecks } from './shapeChecks.js';
import { storeChecks } from './storeChecks.js';

export interface HealthDeps {
  readonly sessions: Sessions<PluginContext, Session>;
  readonly ask: Ask;
  readonly healthMs: number;
  readonly log: Log;
}

export interface HealthRequest {
  readonly context: PluginContext;
  readonly headers: Headers;
  readonly signal: AbortSignal;
}

type Step = () => Promise<readonly Check[]>;

/** What a step found, or what made it fail; either way the next one is done. */
async function done(what: string, step: Step, log: Log): Promise<readonly Check[]> {
  try {
    return await step();
  } catch (error) {
    return [failed(what, asGpuscopeError(error, log))];
  }
}

async function lookAt(
  session: Session,
  { log }: HealthDeps,
  { context, headers }: HealthRequest,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const { store, settings, access, metrics } = session;
  const steps: readonly (readonly [string, Step])[] = [
    ['The store', async () => storeChecks(await store.about(signal), settings.store)],
    ['The indices', async () => shapeChecks(settings.index, await learn(store, settings, signal))],
    ['The metrics', () => prometheusChecks(metrics, log, signal)],
    [
      'The policy',
      async () =>
        policyChecks(settings.tenancy, await access.authorise(askingOf(context, headers), signal)),
    ],
  ];
  const found = await Promise.all(steps.map(([what, step]) => done(what, step, log)));
  return found.flat();
}

const SIGNS: Readonly<Record<Check['state'], string>> = {
  ok: '✓',
  info: '·',
  warning: '!',
  error: '✗',
};

const inWords = (checks: readonly Check[]): string =>
  checks
    .flatMap(({ state, text, remedy }) => [
      `${SIGNS[state]} ${text}`,
      ...(remedy === undefined ? [] : [`    → ${remedy}`]),
    ])
    .join('\n');

function resultOf(checks: readonly Check[]): HealthResult {
  const errors = checks.filter(({ state }) => state === 'error');
  const warnings = checks.filter(({ state }) => state === 'warning');
  const [worst] = errors;
  const message =
    worst !== undefined
      ? worst.text
      : warnings.length > 0
        ? `Logs can be asked for, but ${warnings.length} things are to be mended: see the details.`
        : 'Logs can be asked for.';
  return {
    status: worst === undefined ? 'ok' : 'error',
    message,
    details: { checks, verboseMessage: inWords(checks) },
  };
}

/** What somebody who does not administer the organisation learns: well, or not. */
async function forOthers({ ask, log }: HealthDeps, request: HealthRequest): Promise<HealthResult> {
  const question = { ...request, kind: 'health', question: {} };
  try {
    await ask(question, async ({ session }, signal) => {
      await session.store.about(signal);
      await session.known(signal);
    });
    return { status: 'ok', message: 'Logs can be asked for.' };
  } catch (error) {
    return { status: 'error', message: forAnybody(asGpuscopeError(error, log)) };
  }
}

const forAnybody = ({ code, message }: GpuscopeError): string =>
  code === 'ACCESS_DENIED'
    ? `${code}: ${message}`
    : `Logs can't be asked for at present (${code}); an administrator of this organisation sees why.`;

async function forAdmin(deps: HealthDeps, request: HealthRequest): Promise<HealthResult> {
  const { context, signal } = request;
  try {
    const session = await deps.sessions.get(context);
    const checks = await session.uses.run(() =>
      withDeadline(deps.healthMs, signal, (mine) => lookAt(session, deps, request, mine)),
    );
    return resultOf(checks);
  } catch (error) {
    return resultOf([failed('The settings', asGpuscopeError(error, deps.log))]);
  }
}

/** Whether logs can be asked for; for an administrator, with all that was looked at and how to mend it. */
export function checkHealth(deps: HealthDeps, request: HealthRequest): Promise<HealthResult> {
  return request.context.user?.role === 'Admin'
    ? forAdmin(deps, request)
    : forOthers(deps, request);
}
