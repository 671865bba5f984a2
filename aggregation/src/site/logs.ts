import type { z } from 'zod';
import type { ClusterSource } from '../logs/clusterSource.js';
import type { ShapeName } from '../logs/layout.js';
import { SHAPE_NAMES } from '../logs/layout.js';
import { compileMatch } from '../identity/match.js';
import { field, filePath, list, mapping, someText, text, wholeNumber, word } from './fields.js';
import { oneKind } from './kinds.js';
import { duration } from './measures.js';
import { httpUrl } from './network.js';

/** The log store of a site, and how its records are read. */
export interface LogsSite {
  readonly product: 'elasticsearch' | 'opensearch';
  /** Addresses of its nodes; at least one. */
  readonly nodes: readonly string[];
  readonly auth: LogsAuthSite;
  /** Index pattern; several are parted by commas; `cluster:pattern` asks another cluster. */
  readonly index: string;
  /** Absent: all records are of the site's own cluster. */
  readonly cluster?: ClusterSource;
  readonly shape: ShapeName | 'auto';
  readonly limits: LogsLimitsSite;
}

/** How to prove who we are, and whom to trust; secrets and certificates are files. */
export interface LogsAuthSite {
  readonly user?: string;
  readonly passwordFile?: string;
  readonly apiKeyFile?: string;
  readonly caFile?: string;
  readonly certFile?: string;
  readonly keyFile?: string;
  readonly serverName?: string;
}

export interface LogsLimitsSite {
  readonly rangeMs: number;
  /** Lines of one answer; stores give no more than 10,000. */
  readonly lines: number;
  /** Questions of one tenant at once. */
  readonly perTenant: number;
}

/** What `cluster: { index: true }` stands for: the name before the colon of a cross-cluster index. */
const CROSS_CLUSTER = '^([^:]+):';

const nodes = list('addresses such as https://logs-0:9200', httpUrl).min(1, {
  error: 'must hold at least one address such as https://logs-0:9200',
});

const store = oneKind<Pick<LogsSite, 'product' | 'nodes'>>(
  {
    elasticsearch: nodes.transform((found) => ({
      product: 'elasticsearch' as const,
      nodes: found,
    })),
    opensearch: nodes.transform((found) => ({ product: 'opensearch' as const, nodes: found })),
  },
  { what: 'store' },
);

const auth = mapping({
  user: someText('a user name').exactOptional(),
  passwordFile: filePath.exactOptional(),
  apiKeyFile: filePath.exactOptional(),
  caFile: filePath.exactOptional(),
  certFile: filePath.exactOptional(),
  keyFile: filePath.exactOptional(),
  serverName: someText("the name in the store's certificate").exactOptional(),
}).superRefine((value, context) => {
  const half = (one: unknown, other: unknown): boolean =>
    (one === undefined) !== (other === undefined);
  const say = (message: string): void => void context.addIssue({ code: 'custom', message });
  if (half(value.user, value.passwordFile)) say('must hold user and passwordFile together');
  if (half(value.certFile, value.keyFile)) say('must hold certFile and keyFile together');
  if (value.user !== undefined && value.apiKeyFile !== undefined)
    say('must hold user and passwordFile, or apiKeyFile; a request carries one of them');
});

/** An index pattern; `-` at its start would take indices out, `_` names what is not an index. */
const INDEX = /^(?![-_+])[^\s"\\/<>|?#]{1,255}$/;

const isIndex = (value: string): boolean => value.split(',').every((part) => INDEX.test(part));

const indexRule = field('true, or a regular expression with one capture: the cluster', (value) => {
  if (value === true) return CROSS_CLUSTER;
  if (typeof value !== 'string') return undefined;
  return 'regexp' in compileMatch(value) ? value : undefined;
});

const cluster = oneKind<ClusterSource>(
  {
    field: someText('the field that holds the name of the cluster').transform((name) => ({
      kind: 'field' as const,
      field: name,
    })),
    index: indexRule.transform((match) => ({ kind: 'index' as const, match })),
  },
  { what: 'place of the cluster', plural: 'places' },
);

const limits = mapping({
  range: duration('1m', '3660d').default(31 * 86_400_000),
  lines: wholeNumber('a number of lines from 1 to 10000', 1, 10_000).default(10_000),
  perTenant: wholeNumber('a number of questions at once, from 1 to 1000', 1, 1000).default(8),
});

/** The section `logs`. */
export const logs: z.ZodType<LogsSite> = mapping({
  store,
  auth: auth.default({}),
  index: text('an index pattern such as logstash-*; several are parted by commas', (value) =>
    isIndex(value) ? value : undefined,
  ),
  cluster: cluster.exactOptional(),
  shape: word(['auto', ...SHAPE_NAMES]).default('auto'),
  limits: limits.prefault({}),
}).transform(({ store: { product, nodes: addresses }, limits: { range, ...rest }, ...more }) => ({
  product,
  nodes: addresses,
  ...more,
  limits: { rangeMs: range, ...rest },
}));
