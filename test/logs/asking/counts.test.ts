import { defaultStoreKinds } from '../../servers/index.js';
import { describeCounts } from './describe/describeCounts.js';

jest.setTimeout(60_000);

describe.each(defaultStoreKinds)('counts on %s', describeCounts);
