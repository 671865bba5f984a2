import { defaultStoreKinds } from '../../servers/index.js';
import { describeCounts } from './describe/describeCounts.js';

describe.each(defaultStoreKinds)('counts on %s', describeCounts);
