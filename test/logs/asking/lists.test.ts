import { defaultStoreKinds } from '../../servers/index.js';
import { describeLists } from './describe/describeLists.js';

describe.each(defaultStoreKinds)('lists on %s', describeLists);
