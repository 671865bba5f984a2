import { defaultStoreKinds } from '../../servers/index.js';
import { describeScope } from './describe/describeScope.js';

describe.each(defaultStoreKinds)('a tenant on %s', describeScope);
