import { defaultStoreKinds } from '../../servers/index.js';
import { describeLines } from './describe/describeLines.js';

jest.setTimeout(60_000);

describe.each(defaultStoreKinds)('lines on %s', describeLines);
