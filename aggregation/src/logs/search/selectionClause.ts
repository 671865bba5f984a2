import type { Layout } from '../layout.js';
import { luceneClause } from '../lucene/index.js';
import type { SearchBranch, SearchPlan } from '../searchPlan.js';
import type { WordsOptions } from '../words/index.js';
import { wordsClause } from '../words/index.js';
import type { Clause } from './clause.js';
import { all, any, EVERY } from './clause.js';
import { filtersClause, isByWho } from './filterClause.js';
import { ofLayout } from './indexClause.js';
import type { LevelName } from './levelClause.js';
import { levelClause, levelField, needLevels } from './levelClause.js';
import { levelHint } from './levelHint.js';
import { placeClause } from './placeClause.js';
import { predicateClause } from './predicateClause.js';
import { exactInAll } from './namedField.js';

const isFilled = (text: string | undefined): text is string =>
  text !== undefined && text.trim() !== '';

function wordsOptions({ dialect, documents, looseWords }: SearchPlan): WordsOptions {
  return {
    dialect,
    ...(documents === undefined ? {} : { documents }),
    ...(looseWords === undefined ? {} : { loose: looseWords }),
  };
}

function levelsClause(plan: SearchPlan, layout: Layout, levels: readonly LevelName[]): Clause {
  if (levels.length === 0) return EVERY;
  const isInLines = plan.looseLevels === true && levelField(layout) === undefined;
  return isInLines ? levelHint(layout, levels, wordsOptions(plan)) : levelClause(layout, levels);
}

function textClause(plan: SearchPlan, layout: Layout): Clause {
  const { words, lucene } = plan.selection;
  const { dialect } = plan;
  const others = plan.branches.map((branch) => branch.layout);
  return all(
    isFilled(words) ? wordsClause(words, layout, wordsOptions(plan)) : EVERY,
    isFilled(lucene) ? luceneClause(lucene, layout, { dialect, others }) : EVERY,
  );
}

function ofBranch(plan: SearchPlan, { layout, who }: SearchBranch): Clause {
  const { levels = [], filters } = plan.selection;
  return all(
    ofLayout(layout),
    predicateClause(who),
    placeClause(plan, layout),
    levelsClause(plan, layout, levels),
    filtersClause(plan, layout, filters ?? []),
    textClause(plan, layout),
  );
}

/** Roles that a layout may lack without anybody having misspelt anything. */
const FREE: readonly string[] = ['cluster', 'host', 'level'];

function refuseUnknown(plan: SearchPlan): void {
  const { levels = [], filters = [] } = plan.selection;
  const layouts = plan.branches.map(({ layout }) => layout);
  const onLevels = filters.some(({ name }) => name === 'level');
  const onExact = levels.length > 0 && plan.looseLevels !== true;
  if (onExact || onLevels) needLevels(layouts);
  for (const { name } of filters) {
    if (!isByWho(name) && !FREE.includes(name)) exactInAll(layouts, name);
  }
}

/**
 * What the asker chose, as one clause that stands beside the scope's in the filter list.
 * @throws GpuscopeError FIELD_NOT_EXACT where the records can't be asked, QUERY_INVALID for what can't be read.
 */
export function selectionClause(plan: SearchPlan): Clause {
  refuseUnknown(plan);
  return any(...plan.branches.map((branch) => ofBranch(plan, branch)));
}
