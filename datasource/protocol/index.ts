export { HOST_COOKIE, PROTOCOL_VERSIONS } from './cookie.js';
export {
  writeContext,
  type HostContext,
  type HostDataSource,
  type HostUser,
} from './host/context.js';
export {
  readAnswers,
  writeQueries,
  type HostAnswer,
  type HostQueries,
  type HostQuery,
} from './host/data.js';
export { readHealth, writeHealthQuestion, type HostHealth } from './host/health.js';
export {
  readResourcePart,
  writeResource,
  type HostResource,
  type HostResourcePart,
} from './host/resource.js';
export {
  ANSWER,
  ANSWERS,
  CONTEXT,
  DATA_SOURCE,
  HEALTH,
  QUERIES,
  QUERY,
  RESOURCE,
  RESOURCE_PART,
  TIME_RANGE,
  USER,
} from './numbers.js';
export { emptyMap, readEntry, readFields, readInt64, stringMap, type Fields } from './wire/read.js';
export { headersField, headersMap, type HeaderLists } from './wire/strings.js';
export {
  bytesField,
  entryField,
  int32Field,
  int64Field,
  joinParts,
  partsField,
  sizeOf,
  stringField,
  textMapField,
  type Parts,
} from './wire/write.js';
