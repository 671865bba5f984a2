import { defaultStoreKinds } from '../../servers/index.js';
import { describeIdentity } from './describe/describeIdentity.js';

describe.each(defaultStoreKinds)('apps, users and tenants on %s', describeIdentity);
