import { noticesJson } from '../reading/noticesJson.js';
import { describeCaller } from '@gpuscope/access';
import { GpuscopeError, say, inEnglish } from '@gpuscope/aggregation';
import { linesSearch } from '@gpuscope/aggregation/logs';
import type { LinesPage, LinesRequest } from '@gpuscope/datasource/shared';
import type { LinesReading } from '../../sessions/linesReading.js';
import type { StoreAnswer } from '../../stores/port.js';
import type { Admitted } from '../ask.js';
import { clamped } from '../clamped.js';
import { narrowed } from '../plan/narrowed.js';
import { makePlan } from '../plan/makePlan.js';
import { checkedRange } from '../range.js';
import { lineJson } from '../reading/lineJson.js';
import { distinct, partialNotices } from '../reading/notices.js';
import { readHits } from '../reading/readHits.js';
import { wayOut } from '../reading/wayOut.js';

const DEFAULT_SIZE = 1000;
const MAX_SIZE = 5000;

const ownerOf = ({ orgId, caller }: Admitted): string =>
  `${orgId} ${caller.kind} ${inEnglish(describeCaller(caller))}`;

async function begin(
  admitted: Admitted,
  { selection = {}, range, direction = 'newest', columns = [], size }: LinesRequest,
  signal: AbortSignal,
): Promise<LinesReading> {
  if (range === undefined) throw new GpuscopeError('QUERY_INVALID', say('question.rangeMissing'));
  const { rangeMs } = admitted.session.settings.limits;
  const most = clamped(size ?? DEFAULT_SIZE, MAX_SIZE, 'notice.mostPage');
  const planned = await makePlan(admitted, selection, checkedRange(range, rangeMs), signal);
  const { plan, known, notices } = planned;
  const question = { show: 'lines', selection, direction, limit: most.count, columns } as const;
  const body = linesSearch(plan, question, { columns, size: most.count });
  const store = await admitted.session.store.read({ index: plan.index, body }, signal);
  return {
    store,
    known,
    columns,
    selection,
    size: most.count,
    notices: distinct([...notices, ...most.notices]),
    close: () => store.close(),
  };
}

async function readPage(
  admitted: Admitted,
  reading: LinesReading,
  signal: AbortSignal,
): Promise<{ readonly page: LinesPage; readonly isLast: boolean }> {
  const { store, known, columns, selection, size } = reading;
  const answer = await store.next(size, signal);
  const { scope } = narrowed(admitted.scope, selection);
  const read = await readHits(
    answer.hits,
    admitted,
    { known, scope, words: selection.words ?? '', selection, columns },
    signal,
  );
  const notices = distinct([...reading.notices, ...partialNotices(answer), ...read.notices]);
  return {
    page: {
      lines: wayOut(read.records).map(lineJson),
      total: answer.total,
      isTotalExact: answer.isTotalExact,
      ...noticesJson(notices),
    },
    isLast: answer.hits.length < (isWhole(answer) ? size : 1),
  };
}

/** Whether a page that is short ends the reading: where shards failed, the next one may have lines again. */
const isWhole = ({ shards, timedOut }: StoreAnswer): boolean => shards.failed === 0 && !timedOut;

/**
 * One page of a reading in which each line comes once, however many share a moment. What the caller may see is asked
 * again for each page.
 */
export async function lines(
  admitted: Admitted,
  request: LinesRequest,
  signal: AbortSignal,
): Promise<LinesPage> {
  const { readings } = admitted.session;
  const owner = ownerOf(admitted);
  const reading =
    request.cursor === undefined
      ? await begin(admitted, request, signal)
      : readings.take(owner, request.cursor);
  let keeps = false;
  try {
    const { page, isLast } = await readPage(admitted, reading, signal);
    if (isLast) return page;
    keeps = true;
    return { ...page, cursor: await readings.keep(owner, reading) };
  } finally {
    if (!keeps) await closed(reading, admitted);
  }
}

/** That a reading can't be closed is no reason to keep its lines back. */
async function closed(reading: LinesReading, { log }: Admitted): Promise<void> {
  try {
    await reading.close();
  } catch (error) {
    log.warn('a reading could not be closed', { reason: String(error) });
  }
}
