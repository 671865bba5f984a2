import { describeCounts } from '../logs/asking/describe/describeCounts.js';
import { describeLines } from '../logs/asking/describe/describeLines.js';
import { describeLists } from '../logs/asking/describe/describeLists.js';
import { describeContext } from '../logs/asking/describe/describeContext.js';
import { describeIdentity } from '../logs/asking/describe/describeIdentity.js';
import { describeMaps } from '../logs/asking/describe/describeMaps.js';
import { describeNanos } from '../logs/asking/describe/describeNanos.js';
import { describeScope } from '../logs/asking/describe/describeScope.js';
import { defaultStoreKinds, storeKinds } from '../servers/index.js';

const defaults: readonly string[] = defaultStoreKinds;

describe.each(storeKinds.filter((kind) => !defaults.includes(kind)))('%s', (kind) => {
  describe('lines', () => describeLines(kind));
  describe('counts', () => describeCounts(kind));
  describe('lists', () => describeLists(kind));
  describe('context', () => describeContext(kind));
  describe('identity', () => describeIdentity(kind));
  describe('labels in one map', () => describeMaps(kind));
  describe('nanoseconds', () => describeNanos(kind));
  describe('scope', () => describeScope(kind));
});
