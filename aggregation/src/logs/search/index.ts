export type { SearchBody } from './body.js';
export type { Clause } from './clause.js';
export type { Anchor } from './context.js';
export { contextSearch } from './context.js';
export {
  countedPatternFields,
  countsSearch,
  namesToPlace,
  valuesSearch,
  volumeSearch,
} from './counts.js';
export { fieldsOf, fieldsSearch } from './fields.js';
export type { LevelName } from './levelClause.js';
export { hasLevels } from './levelClause.js';
export type { LinesOptions } from './lines.js';
export { COUNTED_LINES, linesSearch } from './lines.js';
export { listSearch } from './list.js';
export { predicateClause } from './predicateClause.js';
export { recordSearch } from './record.js';
export type { RecordId } from './recordId.js';
export { parseRecordId, recordId } from './recordId.js';
export { SAMPLE_LINES, sampleSearch } from './sample.js';
