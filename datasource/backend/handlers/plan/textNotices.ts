import type { Notice, SearchPlan } from '@gpuscope/aggregation/logs';
import { wordsNotices, info } from '@gpuscope/aggregation/logs';
import { distinct } from '../reading/notices.js';

/** Where the store finds more or fewer lines for words than grep would. */
export function textNotices({
  selection,
  branches,
  dialect,
  documents,
  looseWords,
}: SearchPlan): readonly Notice[] {
  const { words = '' } = selection;
  const options = {
    dialect,
    ...(documents !== undefined && { documents }),
    ...(looseWords !== undefined && { loose: looseWords }),
  };
  return distinct(branches.flatMap(({ layout }) => wordsNotices(words, layout, options)).map(info));
}
