import { defaultStoreKinds } from '../../servers/index.js';
import { describeContext } from './describe/describeContext.js';

describe.each(defaultStoreKinds)('context on %s', describeContext);
