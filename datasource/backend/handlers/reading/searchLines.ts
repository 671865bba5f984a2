import { say } from '@gpuscope/aggregation';
import type { LinesQuestion, LogRecord, Notice, SearchPlan } from '@gpuscope/aggregation/logs';
import { hasLevels, linesSearch, info } from '@gpuscope/aggregation/logs';
import type { StoreAnswer } from '../../stores/port.js';
import type { Admitted } from '../ask.js';
import type { Planned } from '../plan/planned.js';
import { partialNotices } from './notices.js';
import type { ReadHits } from './readHits.js';
import { readHits } from './readHits.js';
import { searchPlanned } from './searchPlanned.js';

/** Stores answer no more at once. */
const WINDOW = 10_000;
/** How often more is fetched when lines had to be left out for their words. */
const TRIES = 3;

export interface FoundLines {
  readonly records: readonly LogRecord[];
  /** Lines that the store found for words that they do not hold; they are left out. */
  readonly unfit: number;
  readonly total: number;
  readonly isTotalExact: boolean;
  readonly notices: readonly Notice[];
}

interface Page {
  readonly answer: StoreAnswer;
  readonly read: ReadHits;
}

async function page(
  admitted: Admitted,
  { plan, known }: Planned,
  question: LinesQuestion,
  size: number,
  signal: AbortSignal,
): Promise<Page> {
  const { columns = [] } = question;
  const bodyOf = (some: SearchPlan) => linesSearch(some, question, { columns, size });
  const answer = await searchPlanned(admitted, { kind: 'lines', plan, bodyOf }, signal);
  const read = await readHits(
    answer.hits,
    admitted,
    {
      known,
      scope: plan.scope,
      words: plan.selection.words ?? '',
      selection: plan.selection,
      columns,
    },
    signal,
  );
  return { answer, read };
}

function unfitNotice(
  { answer, read }: Page,
  { selection: { words = '' } }: SearchPlan,
  isShort: boolean,
): readonly Notice[] {
  if (read.unfit === 0) return [];
  const id = words.trim() === '' ? 'notice.otherLevel' : 'notice.otherWords';
  const said = say(id, { unfit: read.unfit, found: answer.hits.length });
  return [info(isShort ? say('notice.andMore', { said }) : said)];
}

/** Whether levels were chosen that only the lines tell, in some indices at least. */
const picksLevelsInLines = ({ plan, known }: Planned): boolean =>
  (plan.selection.levels ?? []).length > 0 && known.layouts.some((layout) => !hasLevels([layout]));

/**
 * The first lines of a question. The store finds words more loosely than grep would, and levels that only lines tell by
 * their words; where lines have to be left out for that, more are fetched.
 */
export async function searchLines(
  admitted: Admitted,
  planned: Planned,
  question: LinesQuestion,
  signal: AbortSignal,
): Promise<FoundLines> {
  const { limit } = question;
  let size = limit;
  let found = await page(admitted, planned, question, size, signal);
  const isShort = (): boolean =>
    found.read.unfit > 0 && found.read.records.length < limit && found.answer.hits.length >= size;
  for (let tries = 1; tries < TRIES && isShort() && size < WINDOW; tries += 1) {
    size = Math.min(WINDOW, size * 5);
    found = await page(admitted, planned, question, size, signal);
  }
  const { answer, read } = found;
  // The store counted what may have the levels: only what was read is known to have them.
  const isCounted = !picksLevelsInLines(planned);
  return {
    records: read.records.slice(0, limit),
    unfit: isCounted ? read.unfit : 0,
    total: isCounted ? answer.total : read.records.length,
    isTotalExact: isCounted ? answer.isTotalExact : answer.hits.length < size,
    notices: [
      ...partialNotices(answer),
      ...read.notices,
      ...unfitNotice(found, planned.plan, isShort()),
    ],
  };
}
