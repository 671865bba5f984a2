import { defaultStoreKinds } from '../../servers/index.js';
import { describeContext } from './describe/describeContext.js';

jest.setTimeout(60_000);

describe.each(defaultStoreKinds)('context on %s', describeContext);
