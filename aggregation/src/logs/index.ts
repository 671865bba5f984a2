export type { ClusterSource } from './clusterSource.js';
export type { Dialect } from './dialect.js';
export type { FieldCaps, FieldType } from './fieldCaps.js';
export type { Field, Layout, Role, ShapeName } from './layout.js';
export { ROLES, SHAPE_NAMES } from './layout.js';
export type { LogLevel } from './level.js';
export { LOG_LEVELS } from './level.js';
export type {
  ContextQuestion,
  CountsQuestion,
  FieldFilter,
  FieldsQuestion,
  LinesQuestion,
  LogQuestion,
  Selection,
  TimeRange,
  ValuesQuestion,
  VolumeQuestion,
} from './question.js';
export type { Hit, JsonValue, LogRecord } from './record.js';
export { few } from './names.js';
export { info, warning } from './notice.js';
export type { Column, ColumnConfig, Notice, Table, TableType } from './table.js';
export type { SearchBranch, SearchPlan } from './searchPlan.js';
export type { LuceneOptions } from './lucene/index.js';
export { luceneClause } from './lucene/index.js';
export type { WordsOptions } from './words/index.js';
export {
  isTooLarge,
  lineMatcher,
  matchesWords,
  searchWords,
  wordsClause,
  wordsNotices,
} from './words/index.js';
export {
  layoutOfIndex,
  layoutsOf,
  levelSearch,
  mapSearch,
  readMaps,
  withHeldLevels,
} from './layouts/index.js';
export type { Layouts, LayoutsOptions, MapContent, MapContents } from './layouts/index.js';
export type { LevelScale } from './levels/index.js';
export { levelOfLine, levelOfStored, valuesOfLevel } from './levels/index.js';
export type { LinesTableOptions } from './linesTable.js';
export { linesTable, recordLabels } from './linesTable.js';
export type { Direction, Ordered, ReadOptions } from './read/index.js';
export { orderRecords, readRecord, sourcePaths } from './read/index.js';
export type { RedactRule, RedactRules } from './redact.js';
export { NO_REDACTION, redact } from './redact.js';
export { joinStacks } from './stacks/joinStacks.js';
export { readTime } from './time.js';
export { withoutAnsi } from './ansi.js';
export type {
  Anchor,
  Clause,
  LevelName,
  LinesOptions,
  RecordId,
  SearchBody,
} from './search/index.js';
export {
  contextSearch,
  countedPatternFields,
  COUNTED_LINES,
  countsSearch,
  fieldsOf,
  fieldsSearch,
  hasLevels,
  linesSearch,
  listSearch,
  namesToPlace,
  parseRecordId,
  predicateClause,
  recordId,
  recordSearch,
  SAMPLE_LINES,
  sampleSearch,
  valuesSearch,
  volumeSearch,
} from './search/index.js';
export type { Answer, ListedValue, ListedValues } from './answers/index.js';
export {
  readCounts,
  readList,
  readSampledVolume,
  readValues,
  readVolume,
} from './answers/index.js';
export type {
  NamedPlace,
  Naming,
  PlacedNames,
  PlacesOf,
  Unanswered,
  WhoOptions,
} from './who/index.js';
export {
  fillIn,
  LISTED_VALUES,
  patternFields,
  recordNamer,
  tooManyValues,
  unanswered,
  whoOf,
} from './who/index.js';
