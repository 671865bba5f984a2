import { defaultStoreKinds } from '../../servers/index.js';
import { describeIdentity } from './describe/describeIdentity.js';

jest.setTimeout(60_000);

describe.each(defaultStoreKinds)('apps, users and tenants on %s', describeIdentity);
