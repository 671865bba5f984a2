import { GpuscopeError, say } from '@gpuscope/aggregation';
import type {
  Layout,
  Notice,
  SearchBranch,
  SearchPlan,
  Selection,
  TimeRange,
} from '@gpuscope/aggregation/logs';
import { few, fillIn, layoutOfIndex, patternFields, warning } from '@gpuscope/aggregation/logs';
import type { Known } from '../../sessions/known.js';
import type { StoreAbout } from '../../stores/port.js';
import type { Admitted } from '../ask.js';
import { distinct } from '../reading/notices.js';
import { countDocuments } from './documents.js';
import { listFields } from './listFields.js';
import { narrowed } from './narrowed.js';
import { placesFor } from './places.js';
import type { Planned } from './planned.js';
import { textNotices } from './textNotices.js';

type Base = Omit<SearchPlan, 'branches' | 'documents'>;

function baseOf(
  admitted: Admitted,
  { dialect }: StoreAbout,
  { caps }: Known,
  selection: Selection,
  range: TimeRange,
): Base {
  const { settings } = admitted.session;
  return {
    index: settings.index,
    dialect,
    cluster: settings.cluster,
    ...narrowed(admitted.scope, selection),
    range,
    timeoutMs: admitted.timing.storeMs,
    indices: caps.indices,
    identity: { rules: settings.identity, hosts: settings.hosts },
  };
}

function noShape({ problems }: Known): GpuscopeError {
  return new GpuscopeError(
    'SHAPE_UNKNOWN',
    problems.length === 0 ? say('problem.noShape') : say('problem.shapes', { problems }),
  );
}

/** Indices that nothing is asked of, since nobody knows how their records are written. */
function unreadNotices({ caps, layouts }: Known): readonly Notice[] {
  const unread = caps.indices.filter((index) => layoutOfIndex(index, layouts) === undefined);
  if (unread.length === 0) return [];
  return [warning(say('notice.unreadIndices', { indices: few(unread) }))];
}

/**
 * Everything that a search body is written from: what the caller may see, how the records are written, and which of
 * them are the chosen apps', users' and tenants'. Asks the store, and Prometheus, for what that takes.
 */
export async function makePlan(
  admitted: Admitted,
  selection: Selection,
  range: TimeRange,
  signal: AbortSignal,
): Promise<Planned> {
  const { session } = admitted;
  const [store, known] = await Promise.all([session.about(signal), session.known(signal)]);
  if (known.layouts.length === 0) throw noShape(known);
  const base = baseOf(admitted, store, known, selection, range);
  const places = await placesFor(admitted, base, known.layouts, signal);
  const notices: Notice[] = [...unreadNotices(known), ...places.notices];
  const branchOf = async (layout: Layout): Promise<SearchBranch> => {
    const who = places.whoOf(layout);
    const fields = patternFields(who);
    if (fields.length === 0) return { layout, who };
    const whole: SearchPlan = { ...base, branches: [{ layout, who }] };
    const lists = await listFields(admitted, whole, fields, signal);
    notices.push(...lists.notices);
    return { layout, who: fillIn(who, lists.listed) };
  };
  const small: SearchPlan = {
    ...base,
    branches: await Promise.all(known.layouts.map(branchOf)),
  };
  const documents = await countDocuments(admitted, small, signal);
  const plan = documents === undefined ? small : { ...small, documents };
  return { plan, known, notices: distinct([...notices, ...textNotices(plan)]) };
}
