import type { SearchPlan, Table, VolumeQuestion } from '@gpuscope/aggregation/logs';
import {
  hasLevels,
  readSampledVolume,
  readVolume,
  sampleSearch,
  volumeSearch,
} from '@gpuscope/aggregation/logs';
import { bearableInterval } from '../../limits/interval.js';
import type { StoreAnswer } from '../../stores/port.js';
import type { Admitted } from '../ask.js';
import { makePlan } from '../plan/makePlan.js';
import type { Planned } from '../plan/planned.js';
import { distinct, partialNotices } from '../reading/notices.js';
import { readHits } from '../reading/readHits.js';
import { searchPlanned } from '../reading/searchPlanned.js';
import { withNotices } from '../reading/withNotices.js';
import type { Show } from './show.js';

/** All levels there are. */
const LEVELS = 7;

/** The same question draws the same lines, so that a graph does not flicker. */
function seedOf({ range, selection }: SearchPlan): number {
  let hash = 0;
  for (const char of JSON.stringify([range, selection]))
    hash = (hash * 31 + char.charCodeAt(0)) | 0;
  return hash & 0x7fffffff;
}

/** Volume by level where the levels stand in the lines only: from lines drawn by lot. */
async function sampled(
  admitted: Admitted,
  { plan, known }: Planned,
  question: VolumeQuestion,
  exact: StoreAnswer,
  signal: AbortSignal,
): Promise<readonly Table[]> {
  const bodyOf = (some: SearchPlan) => sampleSearch(some, seedOf(plan));
  const answer = await searchPlanned(admitted, { kind: 'sample', plan, bodyOf }, signal);
  const { scope } = plan;
  const { records, notices } = await readHits(
    answer.hits,
    admitted,
    { known, scope, words: plan.selection.words ?? '', columns: [] },
    signal,
  );
  const tables = readSampledVolume(plan, question, exact, records);
  return withNotices(tables, [...partialNotices(answer), ...notices]);
}

const levelOf = ({ columns }: Table): string | undefined =>
  columns.flatMap((column) => ('labels' in column ? (column.labels?.level ?? []) : []))[0];

/** The tables of these levels, or all; with what is said of the others too. */
function ofLevels(tables: readonly Table[], levels: readonly string[]): readonly Table[] {
  if (levels.length === 0) return tables;
  const kept = tables
    .filter((table) => levels.includes(levelOf(table) ?? ''))
    .map((table) => ({ ...table, notices: [] }));
  return withNotices(
    kept,
    tables.flatMap(({ notices }) => notices),
  );
}

/** How many lines over time, by level. */
export const volume: Show = async (admitted, { query, range, intervalMs }, signal) => {
  const { levels = [], ...others } = query.selection;
  const areFields = hasLevels((await admitted.session.known(signal)).layouts);
  // A store can't choose what only the lines tell: all levels are estimated, and the chosen ones shown.
  const selection = areFields ? query.selection : others;
  const question: VolumeQuestion = {
    show: 'volume',
    selection,
    intervalMs: bearableInterval(intervalMs, range, LEVELS),
  };
  const planned = await makePlan(admitted, selection, range, signal);
  const { plan } = planned;
  const bodyOf = (some: SearchPlan) => volumeSearch(some, question);
  const answer = await searchPlanned(admitted, { kind: 'volume', plan, bodyOf }, signal);
  const tables = areFields
    ? readVolume(plan, question, answer)
    : ofLevels(await sampled(admitted, planned, question, answer, signal), levels);
  return withNotices(tables, distinct([...planned.notices, ...partialNotices(answer)]));
};
