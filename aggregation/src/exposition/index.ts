export { type SeriesFamily, type SeriesSample } from './series.js';
export { contentTypeOf, formatOf } from './format.js';
export { DEFAULT_EXPOSITION_LIMITS, type ExpositionLimits } from './limits.js';
export { expositionChunks, serialiseExposition } from './serialise.js';
export {
  type Exposition,
  type ExpositionFormat,
  type ExpositionProblem,
  type Family,
  type Labels,
  type MetricType,
  type ProblemCode,
  type Sample,
} from './exposition.js';
export { familiesOf } from './families.js';
export { negotiateFormat } from './negotiate.js';
export { parseExposition, type ParseOptions } from './parse.js';
