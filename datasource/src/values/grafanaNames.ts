import type {
  DataSourceGetTagKeysOptions,
  DataSourceGetTagValuesOptions,
  LegacyMetricFindQueryOptions,
  MetricFindValue,
} from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import { fromAdHoc } from '../query/adHoc.js';
import { COMMON_NAMES } from '../query/lists.js';
import type { LogsQuery, LogsVariableQuery } from '../types.js';
import { interpolateSelection } from '../variables/interpolate.js';
import { selectionOf, upgradeVariableQuery } from '../variables/variableQuery.js';
import type { NameFinder } from './finder.js';

/** More values than this are no help in a list. */
const MANY_VALUES = 1000;

/** The names that ad hoc filters can choose by: the common ones first. */
export async function tagKeys(
  finder: NameFinder,
  options: DataSourceGetTagKeysOptions<LogsQuery> = { filters: [] },
): Promise<MetricFindValue[]> {
  const selection = { filters: fromAdHoc(options.filters).filters };
  const { values } = await finder.findFields({ selection, range: options.timeRange });
  const names = new Set([...COMMON_NAMES, ...values.map(({ text }) => text)]);
  return [...names].map((text) => ({ text }));
}

/** The values that an ad hoc filter's name has in the lines that the other filters leave. */
export async function tagValues(
  finder: NameFinder,
  options: DataSourceGetTagValuesOptions<LogsQuery>,
): Promise<MetricFindValue[]> {
  const { filters } = fromAdHoc(options.filters.filter(({ key }) => key !== options.key));
  const request = { selection: { filters }, range: options.timeRange };
  const { values } = await finder.findValues(options.key, request);
  return values.map(({ text }) => ({ text }));
}

/** The values of a dashboard's variable; none where a variable that it hangs on has none. */
export async function variableValues(
  finder: NameFinder,
  templates: TemplateSrv,
  query: LogsVariableQuery | string | undefined,
  { scopedVars = {}, range, searchFilter }: LegacyMetricFindQueryOptions = {},
): Promise<MetricFindValue[]> {
  const asked = upgradeVariableQuery(query);
  if (asked.name === '') return [];
  const emptied: string[] = [];
  const selection = interpolateSelection(selectionOf(asked), templates, scopedVars, emptied);
  if (emptied.length > 0) return [];
  const { values } = await finder.findValues(asked.name, {
    selection,
    range,
    top: MANY_VALUES,
    ...(searchFilter === undefined ? {} : { prefix: searchFilter }),
  });
  return values.map(({ text }) => ({ text }));
}
