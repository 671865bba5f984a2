import type { AbstractLabelMatcher, AbstractQuery } from '@grafana/data';
import { AbstractLabelOperator } from '@grafana/data';
import type { FieldFilter, Selection } from '@gpuscope/aggregation/logs';
import { LIST_OF_NAME, listOf, withList } from '../query/lists.js';
import type { LogsQuery } from '../types.js';

/** What other sources call the names that we narrow by. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['app', 'app'],
  ['app_kubernetes_io_name', 'app'],
  ['app.kubernetes.io/name', 'app'],
  ['service_name', 'app'],
  ['cluster', 'cluster'],
  ['k8s_cluster_name', 'cluster'],
  ['namespace', 'namespace'],
  ['k8s_namespace_name', 'namespace'],
  ['kubernetes_namespace', 'namespace'],
  ['pod', 'pod'],
  ['pod_name', 'pod'],
  ['k8s_pod_name', 'pod'],
  ['container', 'container'],
  ['container_name', 'container'],
  ['k8s_container_name', 'container'],
  ['node', 'host'],
  ['node_name', 'host'],
  ['nodename', 'host'],
  ['host', 'host'],
  ['hostname', 'host'],
  ['unit', 'unit'],
  ['systemd_unit', 'unit'],
  ['level', 'level'],
  ['detected_level', 'level'],
  ['severity', 'level'],
]);

/** A pattern that only lists texts (`a|b`, `(a|b)`) as these texts; undefined for a real pattern. */
function listed(pattern: string): readonly string[] | undefined {
  const bare = pattern.replace(/^\^?(\(\?:|\()?/, '').replace(/\)?\$?$/, '');
  const unescaped = bare.replace(/\\([.\-/])/g, '$1');
  return /[\\^$.*+?()[\]{}]/.test(bare.replace(/\\[.\-/]/g, '')) ? undefined : unescaped.split('|');
}

function valuesOf({ operator, value }: AbstractLabelMatcher): readonly string[] | undefined {
  const isPattern =
    operator === AbstractLabelOperator.EqualRegEx ||
    operator === AbstractLabelOperator.NotEqualRegEx;
  return isPattern ? listed(value) : [value];
}

const isNot = ({ operator }: AbstractLabelMatcher): boolean =>
  operator === AbstractLabelOperator.NotEqual || operator === AbstractLabelOperator.NotEqualRegEx;

function add(selection: Selection, matcher: AbstractLabelMatcher): Selection {
  const values = valuesOf(matcher)?.filter((value) => value !== '');
  // A pattern can't be asked exactly, and an empty text means "has no such label" elsewhere.
  if (values === undefined || values.length === 0) return selection;
  const name = NAMES.get(matcher.name);
  const list = name === undefined ? undefined : LIST_OF_NAME.get(name);
  if (list !== undefined && !isNot(matcher)) {
    return withList(selection, list, [...listOf(selection, list), ...values]);
  }
  const filter: FieldFilter = {
    name: name ?? `label.${matcher.name}`,
    op: isNot(matcher) ? '!=' : '=',
    values,
  };
  return { ...selection, filters: [...(selection.filters ?? []), filter] };
}

/** Queries of another source (Loki, Prometheus) as lines of the same pods, as far as their labels tell. */
export const fromAbstractQueries = (queries: readonly AbstractQuery[]): LogsQuery[] =>
  queries.map(({ refId, labelMatchers }) => ({
    refId,
    version: 1,
    show: 'lines',
    selection: labelMatchers.reduce<Selection>(add, {}),
  }));
