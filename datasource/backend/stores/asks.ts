import { randomUUID } from 'node:crypto';
import { GpuscopeError } from '@gpuscope/aggregation';
import type { Dialect, JsonValue } from '@gpuscope/aggregation/logs';
import { endsWithConnection } from './dialects/abilities.js';
import type { Exchange, ExchangeRequest, Reply } from './exchange.js';
import { isObject, numberAt, objectAt, textAt } from './json.js';

/** The ways in which a store is asked. */
export interface Ask {
  readonly reply: Exchange['ask'];
  readonly must: Exchange['must'];
  /** As `must`, for what keeps the store busy: it stops when the signal is aborted or the time is over. */
  readonly search: Exchange['must'];
  /** For cleaning up: no answer is no harm, for the store forgets by itself in time. */
  quietly(request: ExchangeRequest): Promise<void>;
}

const cleanUpMs = 5_000;

export function asksOf(exchange: Exchange, dialect: Dialect): Ask {
  const quietly = async (request: ExchangeRequest): Promise<void> => {
    const within = AbortSignal.timeout(cleanUpMs);
    await exchange.ask(request, within).catch(() => undefined);
  };
  const search: Exchange['must'] = async (request, signal) => {
    if (endsWithConnection(dialect)) return exchange.must(request, signal);
    const opaqueId = `gpuscope-${randomUUID()}`;
    try {
      return await exchange.must({ ...request, opaqueId }, signal);
    } catch (error) {
      if (isGivenUp(error)) await cancelTasks(exchange, opaqueId).catch(() => undefined);
      throw error;
    }
  };
  return {
    reply: (request, signal) => exchange.ask(request, signal),
    must: (request, signal) => exchange.must(request, signal),
    search,
    quietly,
  };
}

const isGivenUp = (error: unknown): boolean =>
  error instanceof GpuscopeError && (error.code === 'CANCELLED' || error.code === 'STORE_TIMEOUT');

/** Cancels what a request started, for stores that go on after its connection is closed. Needs the right `manage`. */
async function cancelTasks(exchange: Exchange, opaqueId: string): Promise<void> {
  const within = AbortSignal.timeout(cleanUpMs);
  const what = 'cancelling a search';
  const listed = await exchange.ask(
    {
      method: 'GET',
      path: '/_tasks',
      query: { actions: 'indices:data/read/*', group_by: 'none' },
      what,
      isRepeatable: true,
    },
    within,
  );
  await Promise.all(
    tasksOf(listed, opaqueId).map((task) =>
      exchange.ask(
        { method: 'POST', path: `/_tasks/${task}/_cancel`, what, isRepeatable: true },
        within,
      ),
    ),
  );
}

/** Tasks are a list or an object, by version; those with a parent end with it. */
function tasksOf({ body }: Reply, opaqueId: string): readonly string[] {
  const tasks: JsonValue | undefined = isObject(body) ? body.tasks : undefined;
  const all = Array.isArray(tasks)
    ? (tasks as JsonValue[])
    : Object.values(objectAt(body, 'tasks'));
  return all
    .filter((task) => textAt(objectAt(task, 'headers'), 'X-Opaque-Id') === opaqueId)
    .filter((task) => textAt(task, 'parent_task_id') === '')
    .map((task) => `${textAt(task, 'node')}:${numberAt(task, 'id')}`);
}
