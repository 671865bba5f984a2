import { defaultStoreKinds } from '../../servers/index.js';
import { describeScope } from './describe/describeScope.js';

jest.setTimeout(60_000);

describe.each(defaultStoreKinds)('a tenant on %s', describeScope);
