import type { Asking } from './asking.js';
import { refusalError } from './refusal.js';

const asking: Asking = {
  store: 'http://store.example:9200',
  what: 'searching logs-*',
  auth: 'apiKey',
  secrets: ['s3cret'],
};

/** As stores write it: the shard's reason is the one that matters. */
const inShards = (type: string, reason: string) => ({
  error: {
    type: 'search_phase_execution_exception',
    reason: 'all shards failed',
    root_cause: [{ type, reason }],
    failed_shards: [{ shard: 0, index: 'logs-a', reason: { type, reason } }],
  },
  status: 400,
});
const plain = (type: string, reason: string) => ({ error: { type, reason } });

describe('refusalError', () => {
  it.each([
    [
      429,
      plain('circuit_breaking_exception', '[parent] Data too large'),
      'STORE_OVERLOADED',
      'memory',
    ],
    [
      503,
      inShards('circuit_breaking_exception', '[request] Data too large'),
      'STORE_OVERLOADED',
      'memory',
    ],
    [429, plain('es_rejected_execution_exception', 'queue full'), 'STORE_OVERLOADED', 'too many'],
    [503, inShards('rejected_execution_exception', 'queue full'), 'STORE_OVERLOADED', 'too many'],
    [429, undefined, 'STORE_OVERLOADED', 'too many'],
    [
      500,
      plain('exception', 'Trying to create too many scroll contexts.'),
      'STORE_OVERLOADED',
      'readings',
    ],
    [503, inShards('too_many_buckets_exception', 'more than 65536'), 'LIMIT_EXCEEDED', 'step'],
    [
      400,
      inShards('too_many_clauses', 'maxClauseCount is set to 1024'),
      'LIMIT_EXCEEDED',
      'conditions',
    ],
    [
      400,
      inShards('illegal_argument_exception', 'Result window is too large, from + size'),
      'LIMIT_EXCEEDED',
      'fewer',
    ],
    [
      404,
      plain('search_context_missing_exception', 'No search context found'),
      'STORE_TIMEOUT',
      'again',
    ],
    [400, plain('task_cancelled_exception', 'cancelled'), 'STORE_OVERLOADED', 'cancelled'],
    [404, plain('index_not_found_exception', 'no such index [logs]'), 'INDEX_NOT_FOUND', 'name'],
    [
      404,
      plain('no_such_remote_cluster_exception', 'no such remote cluster: [eu]'),
      'INDEX_NOT_FOUND',
      'eu',
    ],
    [400, plain('index_closed_exception', 'closed'), 'INDEX_NOT_FOUND', 'open it'],
    [
      400,
      inShards('illegal_argument_exception', 'Fielddata is disabled on [log] in [a]'),
      'FIELD_NOT_EXACT',
      'keyword',
    ],
    [
      400,
      inShards('illegal_argument_exception', 'Text fields are not optimised for operations'),
      'FIELD_NOT_EXACT',
      'keyword',
    ],
    [401, undefined, 'STORE_REFUSED', 'API key'],
    [403, undefined, 'STORE_REFUSED', 'view_index_metadata'],
    [408, undefined, 'STORE_TIMEOUT', 'in time'],
    [504, undefined, 'STORE_TIMEOUT', 'in time'],
    [502, undefined, 'STORE_UNREACHABLE', 'proxy'],
    [503, inShards('no_shard_available_action_exception', 'none'), 'STORE_UNREACHABLE', 'no shard'],
    [
      503,
      plain('cluster_block_exception', 'state not recovered'),
      'STORE_UNREACHABLE',
      'not ready',
    ],
    [400, plain('parsing_exception', 'unknown query [nonsense]'), 'QUERY_INVALID', 'nonsense'],
    [400, undefined, 'STORE_INVALID', 'HTTP 400'],
    [404, undefined, 'STORE_INVALID', 'path'],
    [302, undefined, 'STORE_INVALID', 'leads elsewhere'],
    [500, plain('null_pointer_exception', 'oh'), 'STORE_INVALID', 'oh'],
    [418, 'what is this', 'STORE_INVALID', 'HTTP 418'],
  ])('makes of HTTP %i with %j %s', (status, body, code, says) => {
    const error = refusalError(asking, status, body);
    expect(error).toMatchObject({ code });
    expect(error.message).toContain('searching logs-* at http://store.example:9200: ');
    expect(error.message).toContain(says);
  });

  it('quotes the store, though not where it names users or repeats a secret', () => {
    const denied = plain(
      'security_exception',
      'action [indices:data/read/search] is unauthorized for user [synthetic-eve] with roles [x]',
    );
    const { message } = refusalError(asking, 403, denied);
    expect(message).toContain('indices:data/read/search');
    expect(message).not.toContain('synthetic-eve');
    const quoting = refusalError(asking, 400, plain('parse_exception', 'near s3cret\nhere'));
    expect(quoting.message).toContain('near *** here');
  });

  it.each(['none', 'basic', 'apiKey'] as const)('says how to mend a login by %s', (auth) => {
    const { message } = refusalError({ ...asking, auth }, 401, undefined);
    expect(message).toMatch({ none: /set user/, basic: /password/, apiKey: /expired/ }[auth]);
  });

  it('survives what is nested without end', () => {
    let error: Record<string, unknown> = { type: 'innermost', reason: 'deep' };
    for (let n = 0; n < 100; n += 1) error = { type: `t${n}`, reason: 'r', caused_by: error };
    const body = JSON.parse(JSON.stringify({ error })) as null;
    expect(refusalError(asking, 500, body).code).toBe('STORE_INVALID');
  });
});
