import { defaultStoreKinds } from '../../servers/index.js';
import { describeLists } from './describe/describeLists.js';

jest.setTimeout(60_000);

describe.each(defaultStoreKinds)('lists on %s', describeLists);
