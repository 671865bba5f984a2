import { defaultStoreKinds } from '../../servers/index.js';
import { describeLines } from './describe/describeLines.js';

describe.each(defaultStoreKinds)('lines on %s', describeLines);
