import type { Said } from '@gpuscope/aggregation';
import { GpuscopeError, type ErrorCode, say } from '@gpuscope/aggregation';
import type { JsonValue } from '@gpuscope/aggregation/logs';
import { quotable, type Asking } from './asking.js';
import { storeSaid, type StoreSaid } from './storeSaid.js';

interface Refusal {
  readonly status: number;
  readonly said: StoreSaid;
  readonly asking: Asking;
}

interface Rule {
  readonly when: (refusal: Refusal) => boolean;
  readonly code: ErrorCode;
  readonly says: (refusal: Refusal) => Said;
}

const type =
  (...types: readonly string[]) =>
  ({ said }: Refusal): boolean =>
    said.types.some((one) => types.includes(one));
const status =
  (...statuses: readonly number[]) =>
  (refusal: Refusal): boolean =>
    statuses.includes(refusal.status);
const reason =
  (pattern: RegExp) =>
  ({ said }: Refusal): boolean =>
    said.reasons.some((one) => pattern.test(one));
const says = (said: Said) => (): Said => said;

const login = {
  none: say('store.whoAsks'),
  basic: say('store.wrongPassword'),
  apiKey: say('store.wrongKey'),
} as const;

/** The action that was not allowed, as stores write it into their reason. */
function missingRight({ said, asking }: Refusal): Said {
  const action = said.reasons.map((one) => /\[((?:indices|cluster):[^\]]+)\]/.exec(one)?.[1]);
  const named = action.find((one) => one !== undefined);
  return named === undefined
    ? say('store.lacksRights')
    : say('store.lacksRight', { right: quotable(named, asking) });
}

/** The first that fits counts: what the store says of itself comes before the bare status. */
const rules: readonly Rule[] = [
  {
    when: type('circuit_breaking_exception'),
    code: 'STORE_OVERLOADED',
    says: says(say('store.noMemory')),
  },
  {
    when: reason(/too many scroll contexts/i),
    code: 'STORE_OVERLOADED',
    says: says(say('store.manyReadings')),
  },
  {
    when: type('too_many_buckets_exception'),
    code: 'LIMIT_EXCEEDED',
    says: says(say('store.manyBuckets')),
  },
  {
    when: type('too_many_clauses', 'too_many_nested_clauses'),
    code: 'LIMIT_EXCEEDED',
    says: says(say('store.manyClauses')),
  },
  {
    when: reason(/Result window is too large|Batch size is too large/),
    code: 'LIMIT_EXCEEDED',
    says: says(say('store.manyLines')),
  },
  {
    when: type('search_context_missing_exception'),
    code: 'STORE_TIMEOUT',
    says: says(say('store.readingClosed')),
  },
  {
    when: type('task_cancelled_exception'),
    code: 'STORE_OVERLOADED',
    says: says(say('store.searchCancelled')),
  },
  {
    when: type('index_not_found_exception'),
    code: 'INDEX_NOT_FOUND',
    says: says(say('store.indexGone')),
  },
  {
    when: type('no_such_remote_cluster_exception'),
    code: 'INDEX_NOT_FOUND',
    says: says(say('store.clusterUnknown')),
  },
  {
    when: type('index_closed_exception'),
    code: 'INDEX_NOT_FOUND',
    says: says(say('store.indexClosed')),
  },
  {
    when: reason(/[Ff]ielddata|not optimi[sz]ed for operations/),
    code: 'FIELD_NOT_EXACT',
    says: says(say('store.textOnly')),
  },
  { when: status(401), code: 'STORE_REFUSED', says: ({ asking }) => login[asking.auth] },
  { when: status(403), code: 'STORE_REFUSED', says: missingRight },
  {
    when: (refusal) =>
      status(429)(refusal) ||
      type('es_rejected_execution_exception', 'rejected_execution_exception')(refusal),
    code: 'STORE_OVERLOADED',
    says: says(say('store.busy')),
  },
  {
    when: status(408, 504),
    code: 'STORE_TIMEOUT',
    says: says(say('store.noAnswer')),
  },
  {
    when: (refusal) => status(503)(refusal) && reason(/all shards failed/)(refusal),
    code: 'STORE_UNREACHABLE',
    says: says(say('store.noShardAnswers')),
  },
  {
    when: status(502, 503),
    code: 'STORE_UNREACHABLE',
    says: says(say('store.notReady')),
  },
  {
    when: (refusal) => status(400)(refusal) && refusal.said.types.length > 0,
    code: 'QUERY_INVALID',
    says: says(say('store.notUnderstood')),
  },
  {
    when: status(404, 405),
    code: 'STORE_INVALID',
    says: says(say('store.noPath')),
  },
  {
    when: ({ status }) => status >= 300 && status < 400,
    code: 'STORE_INVALID',
    says: says(say('store.elsewhere')),
  },
];

const otherwise = say('store.itFailed');

/** The error for an answer that is a refusal: a status from 300 on. */
export function refusalError(
  asking: Asking,
  status: number,
  body: JsonValue | undefined,
): GpuscopeError {
  const refusal: Refusal = { status, said: storeSaid(body), asking };
  const rule = rules.find(({ when }) => when(refusal));
  const { types, reasons } = refusal.said;
  // Whoever lacks rights is told which; the store's own words would name users.
  const quote = status === 401 || status === 403 ? [] : [types.at(-1), reasons.at(-1)];
  const said = quotable(quote.filter((part) => part !== undefined).join(': '), asking);
  const why = rule?.says(refusal) ?? otherwise;
  return new GpuscopeError(
    rule?.code ?? 'STORE_INVALID',
    say('store.saidWith', {
      what: asking.what,
      store: asking.store,
      why,
      said: `HTTP ${status}${said === '' ? '' : `: ${said}`}`,
    }),
  );
}
