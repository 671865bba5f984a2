import { DEFAULT_IDENTITY } from '../../../identity/index.js';
import { EVERYTHING } from '../../../scope/index.js';
import type { Dialect } from '../../dialect.js';
import type { Field, Layout, Role } from '../../layout.js';
import type { SearchPlan } from '../../searchPlan.js';

export const ELASTICSEARCH_8: Dialect = { product: 'elasticsearch', major: 8, minor: 19 };
export const ELASTICSEARCH_7_17: Dialect = { product: 'elasticsearch', major: 7, minor: 17 };
export const ELASTICSEARCH_7_0: Dialect = { product: 'elasticsearch', major: 7, minor: 0 };
export const ELASTICSEARCH_6: Dialect = { product: 'elasticsearch', major: 6, minor: 8 };
export const ELASTICSEARCH_9: Dialect = { product: 'elasticsearch', major: 9, minor: 1 };
export const OPENSEARCH_2: Dialect = { product: 'opensearch', major: 2, minor: 19 };
export const OPENSEARCH_3: Dialect = { product: 'opensearch', major: 3, minor: 1 };

export const DIALECTS = [
  ELASTICSEARCH_6,
  ELASTICSEARCH_7_0,
  ELASTICSEARCH_7_17,
  ELASTICSEARCH_8,
  ELASTICSEARCH_9,
  OPENSEARCH_2,
  OPENSEARCH_3,
] as const;

export const exact = (path: string, type = 'keyword'): Field => ({ path, exact: path, type });

/** Every text of a role under the role's own name, save where a test says otherwise. */
const ROLES: Layout['roles'] = {
  time: exact('@timestamp', 'date'),
  message: { path: 'log', text: 'log', type: 'text' },
  cluster: exact('cluster'),
  namespace: exact('namespace'),
  pod: exact('pod'),
  container: exact('container'),
  node: exact('node'),
  host: exact('machine'),
  unit: exact('unit'),
  level: exact('level'),
};

/** Fields of a type of their own. */
const OTHERS: Readonly<Record<string, Field>> = {
  status: exact('status', 'long'),
  ok: exact('ok', 'boolean'),
  started: exact('started', 'date'),
  address: exact('address', 'ip'),
  reason: exact('reason'),
  prose: { path: 'prose', text: 'prose', type: 'text' },
};

export interface LayoutSketch {
  readonly roles?: Readonly<Partial<Record<Role, Field>>>;
  readonly without?: readonly Role[];
  readonly indices?: readonly string[];
  readonly shape?: Layout['shape'];
  readonly identity?: Partial<Layout['identity']>;
}

/** A layout whose records hold everything that a rule can read. */
export function sketchLayout(sketch: LayoutSketch = {}): Layout {
  const kept = Object.entries({ ...ROLES, ...sketch.roles }).filter(
    ([role]) => !(sketch.without ?? []).includes(role as Role),
  );
  const roles = Object.fromEntries(kept) as unknown as Layout['roles'];
  return {
    shape: sketch.shape ?? 'fluent-bit',
    ...(sketch.indices === undefined ? {} : { indices: sketch.indices }),
    roles,
    podLabel: (key) => exact(`labels.${key}`),
    podAnnotation: (key) => exact(`annotations.${key}`),
    identity: {
      namespaceName: roles.namespace?.exact,
      podName: roles.pod?.exact,
      host: roles.host?.exact,
      podOwner: 'owner',
      podLabel: (key) => `labels.${key}`,
      podAnnotation: (key) => `annotations.${key}`,
      namespaceLabel: (key) => `namespaceLabels.${key}`,
      namespaceAnnotation: (key) => `namespaceAnnotations.${key}`,
      ...sketch.identity,
    },
    field: (name) => OTHERS[name],
  };
}

/** A plan that sees and asks for everything of one layout. */
export function sketchPlan(
  plan: Partial<SearchPlan> = {},
  ...layouts: readonly Layout[]
): SearchPlan {
  const own = layouts.length > 0 ? layouts : [sketchLayout()];
  return {
    index: 'synthetic-*',
    dialect: ELASTICSEARCH_8,
    cluster: { kind: 'field', field: 'cluster' },
    scope: EVERYTHING,
    range: { fromMs: 0, toMs: 10_000_000 },
    selection: {},
    branches: own.map((layout) => ({ layout, who: { op: 'always' } })),
    timeoutMs: 30_000,
    identity: { rules: DEFAULT_IDENTITY, hosts: new Map() },
    ...plan,
  };
}
