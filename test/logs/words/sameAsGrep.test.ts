import { defaultStoreKinds } from '../../servers/index.js';
import { describeWords } from './describeWords.js';

describe.each(defaultStoreKinds)('words in %s', describeWords);
