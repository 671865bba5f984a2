import type {
  AdHocVariableFilter,
  DataFrame,
  DataQueryRequest,
  DataQueryResponse,
  ScopedVars,
} from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import type { LogsQuery } from '../types.js';
import { withEstimates } from '../explore/estimate.js';
import { inTheirWords } from '../said/responseWords.js';
import { interpolate } from '../variables/interpolate.js';
import { fromAdHoc } from './adHoc.js';
import { droppedNotice, emptiedFrame, withNotice } from './notices.js';
import { upgradeQuery, wholeSelection } from './upgradeQuery.js';

type Templates = Pick<TemplateSrv, 'replace'>;

/** A query as the backend gets it: of today's form, without variables, with the ad hoc filters, all parts whole. */
export function readyQuery(
  query: LogsQuery,
  templates: Templates,
  scoped: ScopedVars,
  adHoc: readonly AdHocVariableFilter[] = [],
): LogsQuery {
  const { query: made } = interpolate(upgradeQuery(query), templates, scoped);
  const filters = [...(made.selection.filters ?? []), ...fromAdHoc(adHoc).filters];
  return { ...made, selection: wholeSelection({ ...made.selection, filters }) };
}

/** The targets that can be asked, and ready answers for those whose variables have no value. */
export function partTargets(
  request: DataQueryRequest<LogsQuery>,
  templates: Templates,
): { readonly targets: LogsQuery[]; readonly answered: readonly DataFrame[] } {
  const targets: LogsQuery[] = [];
  const answered: DataFrame[] = [];
  for (const target of request.targets) {
    const { emptied } = interpolate(upgradeQuery(target), templates, request.scopedVars);
    if (emptied.length === 0) targets.push(target);
    else answered.push(emptiedFrame(target.refId, emptied));
  }
  return { targets, answered };
}

const isFrame = (one: unknown): one is DataFrame =>
  typeof one === 'object' && one !== null && 'fields' in one;

/** The answer with what this side has to say of it. */
export function finishResponse(
  response: DataQueryResponse,
  answered: readonly DataFrame[],
  adHoc: readonly AdHocVariableFilter[] = [],
): DataQueryResponse {
  const { dropped } = fromAdHoc(adHoc);
  const { frames, ...errors } = inTheirWords(response.data.filter(isFrame), response);
  const told = dropped.length === 0 ? frames : withNotice(frames, droppedNotice(dropped));
  return { ...response, ...errors, data: [...answered, ...withEstimates(told)] };
}
