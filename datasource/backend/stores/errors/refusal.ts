import { GpuscopeError, type ErrorCode } from '@gpuscope/aggregation';
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
  readonly says: (refusal: Refusal) => string;
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
const says = (text: string) => (): string => text;

const login = {
  none: 'the store wants to know who asks; set user and password, or an API key',
  basic: 'the store does not accept the user and password',
  apiKey: 'the store does not accept the API key; it may have expired',
} as const;

/** The action that was not allowed, as stores write it into their reason. */
function missingRight({ said, asking }: Refusal): string {
  const action = said.reasons.map((one) => /\[((?:indices|cluster):[^\]]+)\]/.exec(one)?.[1]);
  const named = action.find((one) => one !== undefined);
  const right = named === undefined ? '' : ` (${quotable(named, asking)})`;
  return `the store does not allow this${right}; give the user or key the rights read and view_index_metadata on the indices`;
}

/** The first that fits counts: what the store says of itself comes before the bare status. */
const rules: readonly Rule[] = [
  {
    when: type('circuit_breaking_exception'),
    code: 'STORE_OVERLOADED',
    says: says('the store has no memory for this now; choose a shorter range, or wait'),
  },
  {
    when: reason(/too many scroll contexts/i),
    code: 'STORE_OVERLOADED',
    says: says('the store has too many readings open; wait until some end'),
  },
  {
    when: type('too_many_buckets_exception'),
    code: 'LIMIT_EXCEEDED',
    says: says('more buckets than the store gives; choose a longer step or a shorter range'),
  },
  {
    when: type('too_many_clauses', 'too_many_nested_clauses'),
    code: 'LIMIT_EXCEEDED',
    says: says('more conditions than the store takes; choose fewer words or pods'),
  },
  {
    when: reason(/Result window is too large|Batch size is too large/),
    code: 'LIMIT_EXCEEDED',
    says: says('more lines than the store gives at once; ask for fewer'),
  },
  {
    when: type('search_context_missing_exception'),
    code: 'STORE_TIMEOUT',
    says: says('the store has closed the reading, which paused too long; start it again'),
  },
  {
    when: type('task_cancelled_exception'),
    code: 'STORE_OVERLOADED',
    says: says('the store has cancelled the search; choose a shorter range, or wait'),
  },
  {
    when: type('index_not_found_exception'),
    code: 'INDEX_NOT_FOUND',
    says: says('there is no such index; check its name and the rights of user or key'),
  },
  {
    when: type('no_such_remote_cluster_exception'),
    code: 'INDEX_NOT_FOUND',
    says: says('the store knows no cluster of that name; check the part before the colon'),
  },
  {
    when: type('index_closed_exception'),
    code: 'INDEX_NOT_FOUND',
    says: says('the index is closed; open it, or choose a pattern without it'),
  },
  {
    when: reason(/[Ff]ielddata|not optimi[sz]ed for operations/),
    code: 'FIELD_NOT_EXACT',
    says: says('a field is text only and cannot be counted or sorted by; map it as keyword'),
  },
  { when: status(401), code: 'STORE_REFUSED', says: ({ asking }) => login[asking.auth] },
  { when: status(403), code: 'STORE_REFUSED', says: missingRight },
  {
    when: (refusal) =>
      status(429)(refusal) ||
      type('es_rejected_execution_exception', 'rejected_execution_exception')(refusal),
    code: 'STORE_OVERLOADED',
    says: says('the store has too many requests; wait, or choose a shorter range'),
  },
  {
    when: status(408, 504),
    code: 'STORE_TIMEOUT',
    says: says('no answer in time; choose a shorter range, or look at its load'),
  },
  {
    when: (refusal) => status(503)(refusal) && reason(/all shards failed/)(refusal),
    code: 'STORE_UNREACHABLE',
    says: says("no shard of the indices answers; look at the store's health"),
  },
  {
    when: status(502, 503),
    code: 'STORE_UNREACHABLE',
    says: says('the store, or a proxy before it, is not ready; look at its health'),
  },
  {
    when: (refusal) => status(400)(refusal) && refusal.said.types.length > 0,
    code: 'QUERY_INVALID',
    says: says('the store does not understand the question'),
  },
  {
    when: status(404, 405),
    code: 'STORE_INVALID',
    says: says('what answers there knows no such path; check nodes for a missing path, or a proxy'),
  },
  {
    when: ({ status }) => status >= 300 && status < 400,
    code: 'STORE_INVALID',
    says: says('the address leads elsewhere; write into nodes where it ends'),
  },
];

const otherwise = 'the store failed';

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
    `${asking.what} at ${asking.store}: ${why} (HTTP ${status}${said === '' ? '' : `: ${said}`})`,
  );
}
