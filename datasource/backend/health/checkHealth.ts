import { say } from '@gpuscope/aggregation';
import type { GpuscopeError, Said } from '@gpuscope/aggregation';
import type { HealthDetails } from '@gpuscope/datasource/shared';
import type { Ask } from '../handlers/ask.js';
import { asGpuscopeError, reasonOf } from '../handlers/errors.js';
import type { Log } from '../log.js';
import { withDeadline } from '../limits/deadline.js';
import type { Headers, HealthResult, PluginContext } from '../pluginProtocol/plugin.js';
import { learn } from '../sessions/known.js';
import type { Session } from '../sessions/session.js';
import type { Sessions } from '../sessions/sessions.js';
import { askingOf } from '../handlers/asking.js';
import type { Check } from './check.js';
import { checkJson } from './check.js';
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

type Step = (signal: AbortSignal) => Promise<readonly Check[]>;

/** What a step found, or what made it fail; either way the next one is done. */
async function done(what: Said, step: () => ReturnType<Step>, log: Log): Promise<readonly Check[]> {
  try {
    return await step();
  } catch (error) {
    return [failed(what, asGpuscopeError(error, log))];
  }
}

async function lookAt(
  session: Session,
  { log, healthMs }: HealthDeps,
  { context, headers, signal: asker }: HealthRequest,
): Promise<readonly Check[]> {
  const { store, settings, access, metrics } = session;
  const steps: readonly (readonly [Said, Step])[] = [
    [
      say('health.theStore'),
      async (signal) => storeChecks(await store.about(signal), settings.store),
    ],
    [
      say('health.theIndices'),
      async (signal) => shapeChecks(settings.index, await learn(store, settings, signal)),
    ],
    [say('health.theMetrics'), (signal) => prometheusChecks(metrics, log, signal)],
    [
      say('health.thePolicy'),
      async (signal) =>
        policyChecks(settings.tenancy, await access.authorise(askingOf(context, headers), signal)),
    ],
  ];
  // What hangs is said to be late by itself, beside what the others found.
  const found = await Promise.all(
    steps.map(([what, step]) => done(what, () => withDeadline(healthMs, asker, step), log)),
  );
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
    .flatMap(({ state, said, remedy }) => [
      `${SIGNS[state]} ${said.text}`,
      ...(remedy === undefined ? [] : [`    → ${remedy.text}`]),
    ])
    .join('\n');

function resultOf(checks: readonly Check[]): HealthResult {
  const errors = checks.filter(({ state }) => state === 'error');
  const warnings = checks.filter(({ state }) => state === 'warning');
  const [worst] = errors;
  const said =
    worst !== undefined
      ? worst.said
      : warnings.length > 0
        ? say('health.toMend', { warnings: warnings.length })
        : say('health.well');
  const details: HealthDetails = {
    said,
    checks: checks.map(checkJson),
    verboseMessage: inWords(checks),
  };
  return { status: worst === undefined ? 'ok' : 'error', message: said.text, details };
}

/** What somebody who does not administer the organisation learns: well, or not. */
async function forOthers({ ask, log }: HealthDeps, request: HealthRequest): Promise<HealthResult> {
  const question = { ...request, kind: 'health', question: {} };
  try {
    await ask(question, async ({ session }, signal) => {
      await session.store.about(signal);
      await session.known(signal);
    });
    return briefly('ok', say('health.well'));
  } catch (error) {
    return briefly('error', forAnybody(asGpuscopeError(error, log)));
  }
}

function briefly(status: HealthResult['status'], said: Said): HealthResult {
  const details: HealthDetails = { said };
  return { status, message: said.text, details };
}

const forAnybody = (error: GpuscopeError): Said =>
  error.code === 'ACCESS_DENIED'
    ? say('error.coded', { code: error.code, reason: reasonOf(error) })
    : say('health.notNow', { code: error.code });

async function forAdmin(deps: HealthDeps, request: HealthRequest): Promise<HealthResult> {
  try {
    const session = await deps.sessions.get(request.context);
    const checks = await session.uses.run(() => lookAt(session, deps, request));
    return resultOf(checks);
  } catch (error) {
    return resultOf([failed(say('health.theSettings'), asGpuscopeError(error, deps.log))]);
  }
}

/** Whether logs can be asked for; for an administrator, with all that was looked at and how to mend it. */
export function checkHealth(deps: HealthDeps, request: HealthRequest): Promise<HealthResult> {
  return request.context.user?.role === 'Admin'
    ? forAdmin(deps, request)
    : forOthers(deps, request);
}
